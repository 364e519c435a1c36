using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchaudio;

namespace Audio.Tests.IO;

public class SavingErrorTests
{
    [Theory]
    [InlineData("sound.wav", AudioEncoding.PCM_S, 8, "WAV files with this encoding have 16 or 24 or 32 bits per sample, not 8")]
    [InlineData("sound.wav", AudioEncoding.PCM_U, 16, "have 8 bits per sample, not 16")]
    [InlineData("sound.wav", AudioEncoding.PCM_F, 16, "have 32 or 64 bits per sample, not 16")]
    [InlineData("sound.wav", AudioEncoding.ULAW, 16, "have 8 bits")]
    [InlineData("sound.wav", AudioEncoding.MP3, null, "WAV files have no encoding MP3")]
    [InlineData("sound.wav", null, 12, "8 or 16 or 24 or 32 bits per sample, not 12")]
    [InlineData("sound.flac", null, 32, "FLAC files with this encoding have 8 or 16 or 24 bits")]
    [InlineData("sound.flac", AudioEncoding.PCM_S, null, "FLAC files have no encoding PCM_S")]
    [InlineData("sound.ogg", null, 16, "leave bits_per_sample out")]
    [InlineData("sound.xyz", null, null, "'.xyz' is not one of .wav")]
    [InlineData("sound", null, null, "name it so, or pass format")]
    [InlineData("sound.opus", null, null, "OPUS files cannot hold 2 channels at 8001 Hz")]
    [InlineData("sound.mp3", null, null, "MP3 files cannot hold 2 channels at 8001 Hz")]
    [InlineData("sound.htk", null, null, "HTK files cannot hold 2 channels")]
    public void Options_that_do_not_fit_say_what_would(string name, AudioEncoding? encoding, int? bits, string message)
    {
        using var folder = new TemporaryFolder();
        using Tensor sound = zeros([2, 100]);
        var error = Assert.ThrowsAny<ArgumentException>(
            () => torchaudio.save(folder.File(name), sound, 8001, encoding: encoding, bits_per_sample: bits));
        Assert.Contains(message, error.Message);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Samples_that_are_none_are_refused()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        void Refused(Tensor sound, string message, int rate = 8000) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => torchaudio.save(folder.File("a.wav"), sound, rate)).Message);

        Refused(zeros([8]), "[channels, frames]; these have the shape [8]");
        Refused(zeros([1, 2, 8]), "[1, 2, 8]");
        Refused(zeros([0, 8]), "1 to 1024 channels; this one has 0");
        Refused(zeros([2000, 8]), "2000");
        Refused(zeros([1, 8], dtype: ScalarType.Int64), "these are Int64");
        Refused(zeros([1, 8], dtype: ScalarType.Float16), "these are Float16");
        Refused(zeros([1, 8]), "sample_rate", rate: 0);
        Refused(zeros([1, 8]), "sample_rate", rate: -5);
        Assert.Throws<ArgumentNullException>(() => torchaudio.save(folder.File("a.wav"), null!, 8000));
        Assert.Throws<NotSupportedException>(() => torchaudio.save(folder.File("a.amr"), zeros([1, 8]), 8000, format: AudioFormat.AMR_NB));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_old_one()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        string path = folder.File("sound.opus");
        File.WriteAllText(path, "the old one");

        Assert.ThrowsAny<ArgumentException>(() => torchaudio.save(path, zeros([2, 8]), 44101));
        Assert.ThrowsAny<IOException>(() => torchaudio.save(folder.File("missing/sound.wav"), zeros([2, 8]), 8000));

        Assert.Equal("the old one", File.ReadAllText(path));
        Assert.Equal(["sound.opus"], folder.Files);
    }
}
