using System.Buffers.Binary;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.IO;

public class BrokenSoundTests
{
    [Theory]
    [InlineData("sound.wav")]
    [InlineData("sound.flac")]
    public void An_empty_file_is_called_empty(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File(name), []);
        var error = Refused(folder.File(name), AudioProblem.Truncated);
        Assert.EndsWith("it is empty", error.Message);
    }

    [Theory]
    [InlineData("sound.flac")]
    [InlineData("sound.wav")]
    [InlineData("sound.mp3")]
    public void A_text_file_is_called_what_it_is(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(name), "Hello, this is no sound at all.\n");
        var error = Refused(folder.File(name), AudioProblem.UnknownFormat);
        Assert.Contains("it begins with 'Hello, this is n'", error.Message);
    }

    [Fact]
    public void What_is_not_a_file_is_file_not_found()
    {
        using var folder = new TemporaryFolder();
        string missing = folder.File("missing.wav"), elsewhere = folder.File("missing/also.flac");

        Assert.Equal(missing, Assert.Throws<FileNotFoundException>(() => torchaudio.load(missing)).FileName);
        Assert.Equal(elsewhere, Assert.Throws<FileNotFoundException>(() => torchaudio.info(elsewhere)).FileName);
        Assert.Contains("is a folder", Assert.Throws<FileNotFoundException>(() => torchaudio.load(folder.Path)).Message);
        Assert.Throws<ArgumentException>(() => torchaudio.load(""));
    }

    // The bytes of wav_pcm_16_2.wav: fmt at 12, its content at 20, data at 36, samples at 44.
    [Theory]
    [InlineData(24, 0, 4, AudioProblem.Corrupt, "0 frames per second (byte 24)")]
    [InlineData(24, 0xffffffff, 4, AudioProblem.Corrupt, "4294967295 frames per second (byte 24)")]
    [InlineData(22, 0, 2, AudioProblem.Corrupt, "0 channels (byte 22)")]
    [InlineData(22, 65535, 2, AudioProblem.Unsupported, "65535 channels (byte 22)")]
    [InlineData(22, 1024, 2, AudioProblem.Truncated, "a frame of 1024 channels has 2048 bytes, but only 600 follow at byte 44")]
    [InlineData(16, 4, 4, AudioProblem.Corrupt, "the format chunk at byte 12 has 4 bytes and needs 16")]
    [InlineData(16, 0xfffffff0, 4, AudioProblem.Truncated, "reaches past the file's end")]
    [InlineData(12, 0x21212121, 4, AudioProblem.Corrupt, "the samples (byte 36) come before any format chunk")]
    [InlineData(36, 0x21212121, 4, AudioProblem.Corrupt, "no samples were found")]
    public void A_header_that_makes_no_sense_is_refused_with_the_place(int at, long value, int bytes, AudioProblem problem, string message)
    {
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound("wav_pcm_16_2.wav"));
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, value);
        number[..bytes].CopyTo(file.AsSpan(at));
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("broken.wav"), file);

        Assert.Contains(message, Refused(folder.File("broken.wav"), problem).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(19)]
    [InlineData(30)]
    [InlineData(43)]
    public void A_file_that_ends_within_its_header_is_refused(int length)
    {
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound("wav_pcm_16_2.wav"))[..length];
        Assert.Throws<AudioFormatException>(() => torchaudio.load(file));
    }

    [Fact]
    public void A_header_that_promises_more_than_there_is_gives_what_there_is()
    {
        using var scope = NewDisposeScope();
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound("wav_pcm_16_2.wav"));
        (Tensor whole, _) = torchaudio.load(file);

        (Tensor half, _) = torchaudio.load(file[..(44 + 301)]);

        Sounds.AssertSame(whole[.., ..75], half, 0, "cut in the samples");
        Assert.Equal(75, torchaudio.info(new MemoryStream(file[..(44 + 301)])).num_frames);
        var error = Assert.Throws<AudioFormatException>(() => torchaudio.load(file[..46]));
        Assert.Equal(AudioProblem.Truncated, error.Problem);
    }

    [Fact]
    public void A_file_whose_writer_never_finished_it_is_read_to_its_end()
    {
        using var scope = NewDisposeScope();
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound("wav_pcm_16_2.wav"));
        (Tensor whole, _) = torchaudio.load(file);
        foreach (uint riff in new uint[] { 0, 36, uint.MaxValue })
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), riff);
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), 0);
            Sounds.AssertSame(whole, torchaudio.load(file).waveform, 0, riff.ToString());
        }
    }

    [Theory]
    [InlineData("flac_pcm_16_2.flac")]
    [InlineData("ogg_2.ogg")]
    [InlineData("mp3_2.mp3")]
    [InlineData("aiff_16.aiff")]
    [InlineData("caf_24.caf")]
    public void A_compressed_file_cut_short_is_refused_or_gives_what_there_is(string name)
    {
        using var scope = NewDisposeScope();
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound(name));
        (Tensor whole, _) = torchaudio.load(file);
        for (int length = 0; length < file.Length; length += 1 + (file.Length / 150))
        {
            try
            {
                (Tensor part, _) = torchaudio.load(file[..length]);
                Assert.InRange(part.shape[1], 0, whole.shape[1]);
            }
            catch (AudioFormatException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public void A_truncated_FLAC_says_where_decoding_stopped_and_its_beginning_can_be_read()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        torchaudio.save(folder.File("whole.flac"), Sounds.Noise(2, 50_000), 44100, bits_per_sample: 16);
        byte[] file = File.ReadAllBytes(folder.File("whole.flac"));
        File.WriteAllBytes(folder.File("half.flac"), file[..(file.Length / 2)]);

        var error = Refused(folder.File("half.flac"), AudioProblem.Truncated);

        Assert.Contains("50000 frames, but decoding stopped after", error.Message);
        Sounds.AssertSame(
            torchaudio.load(folder.File("whole.flac"), 4000, 3000).waveform, torchaudio.load(folder.File("half.flac"), 4000, 3000).waveform, 0, "half");
        Refused(folder.File("half.flac"), AudioProblem.Truncated, offset: 45_000);
    }

    [Fact]
    public void Nothing_is_allocated_on_a_headers_word()
    {
        // 2^36 - 1 samples of 8 channels would be 2 TiB; the file has 150.
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound("flac_pcm_16_1.flac"));
        Assert.Equal("fLaC", Encoding.ASCII.GetString(file, 0, 4));
        file[21] |= 0x0f;
        file.AsSpan(22, 4).Fill(0xff);
        var error = Assert.Throws<AudioFormatException>(() => torchaudio.load(file));
        Assert.Contains("68719476735 frames", error.Message);

        byte[] wav = File.ReadAllBytes(SoundGoldens.Sound("rf64.wav"));
        int ds64 = wav.AsSpan().IndexOf("ds64"u8);
        wav.AsSpan(ds64 + 8, 24).Fill(0x7f);
        using Tensor sound = torchaudio.load(wav).waveform;
        Assert.Equal(150, sound.shape[1]);
    }

    [Fact]
    public void A_FLAC_stream_that_does_not_know_its_length_is_read_to_its_end()
    {
        using var scope = NewDisposeScope();
        byte[] file = File.ReadAllBytes(SoundGoldens.Sound("flac_pcm_16_1.flac"));
        (Tensor whole, _) = torchaudio.load(file);
        file[21] &= 0xf0;
        file.AsSpan(22, 4).Clear();

        Sounds.AssertSame(whole, torchaudio.load(file).waveform, 0, "unknown length");
        Sounds.AssertSame(whole[.., 20..50], torchaudio.load(file, 20, 30).waveform, 0, "unknown length, a part");
        Assert.Equal(whole.shape[1], torchaudio.info(new MemoryStream(file)).num_frames);
        Assert.Equal([1L, 0L], torchaudio.load(file, 500).waveform.shape);
    }

    [Fact]
    public void A_stream_that_fails_says_why()
    {
        foreach (string name in new[] { "wav_pcm_16_1.wav", "flac_pcm_16_1.flac", "ogg_1.ogg", "mp3_1.mp3", "aiff_16.aiff" })
        {
            for (int after = 20; after < 250; after += 23)
            {
                using var stream = new FailingStream(File.ReadAllBytes(SoundGoldens.Sound(name)), after);
                Assert.Equal("the line is cut", Assert.Throws<IOException>(() => torchaudio.load(stream)).Message);
            }
        }

        using var closed = new MemoryStream();
        closed.Close();
        Assert.Throws<ArgumentException>(() => torchaudio.load(closed));
    }

    private static AudioFormatException Refused(string path, AudioProblem problem, long offset = 0)
    {
        var error = Assert.Throws<AudioFormatException>(() => torchaudio.load(path, offset));
        Assert.Equal(path, error.Path);
        Assert.StartsWith(path + ": ", error.Message);
        Assert.Equal(problem, error.Problem);
        return error;
    }
}
