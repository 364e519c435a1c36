using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchaudio;
using static TorchSharp.torchaudio.backend;

namespace Audio.Tests.IO;
public class BackendTests
{
    [Fact]
    public void The_backends_are_known_by_name()
    {
        Assert.Equal(["default", "wav", "soundfile"], list_audio_backends());
        Assert.Equal("default", get_audio_backend());
        Assert.Contains("default, wav, soundfile", Assert.Throws<ArgumentException>(() => set_audio_backend("sox_io")).Message);
        Assert.Throws<ArgumentNullException>(() => backend.utils.set_audio_backend(null!));
    }

    [Fact]
    public void The_wav_backend_and_libsndfile_read_the_same()
    {
        using var scope = NewDisposeScope();
        var managed = new WavBackend();
        var native = new SoundFileBackend();
        int compared = 0;
        foreach (string path in SoundGoldens.Files.Where(path => path.EndsWith(".wav") && !path.Contains("ima") && !path.Contains("bw64")))
        {
            foreach (bool normalize in new[] { true, false })
            {
                (Tensor here, int rate) = managed.load(path, 1, 50, normalize);
                (Tensor there, int sameRate) = native.load(path, 1, 50, normalize);
                Assert.Equal(sameRate, rate);
                Sounds.AssertSame(there, here, 0, path);
                Assert.Equal(native.info(path), managed.info(path));
                compared++;
            }
        }

        Assert.True(compared > 60);
    }

    [Fact]
    public void The_wav_backend_says_what_it_does_not_read()
    {
        var managed = new WavBackend();
        using Tensor sound = zeros([1, 8]);

        var error = Assert.Throws<AudioFormatException>(() => managed.load(SoundGoldens.Sound("wav_ima.wav")));
        Assert.Equal(AudioProblem.Unsupported, error.Problem);
        Assert.Contains("WAV format 0x0011 with 4 bits", error.Message);
        Assert.Contains("not a WAV file", Assert.Throws<AudioFormatException>(() => managed.load(SoundGoldens.Sound("flac_5.flac"))).Message);
        Assert.Throws<NotSupportedException>(() => managed.load(SoundGoldens.Sound("flac_5.flac"), format: AudioFormat.FLAC));
        Assert.Throws<NotSupportedException>(() => managed.save("sound.flac", sound, 8000));
    }

    [Fact]
    public void Another_library_is_one_class()
    {
        AudioBackend before = backend.utils.get_audio_backend();
        try
        {
            backend.utils.set_audio_backend(new NoBackend());
            Assert.Equal("NoBackend", get_audio_backend());
            using Tensor sound = zeros([1, 8]);
            Assert.Contains("No audio backend is set", Assert.Throws<NotSupportedException>(() => torchaudio.load("a.wav")).Message);
            Assert.Throws<NotSupportedException>(() => torchaudio.save("a.wav", sound, 8000));
            Assert.Throws<NotSupportedException>(() => torchaudio.info("a.wav"));
            Assert.Contains("NoBackend works on files", Assert.Throws<NotSupportedException>(() => torchaudio.load(new MemoryStream())).Message);

            var silent = new SilentBackend();
            backend.utils.set_audio_backend(silent);
            Assert.Equal("SilentBackend", get_audio_backend());
            Assert.Equal([2L, 7L], torchaudio.load("a.xyz", num_frames: 7).waveform.shape);
            Assert.Equal(10, torchaudio.info("a.xyz").num_frames);
            torchaudio.save("b.xyz", sound, 8000);
            Assert.Equal("b.xyz", silent.Saved);
        }
        finally
        {
            backend.utils.set_audio_backend(before);
        }
    }

    [Fact]
    public void Every_thread_may_read()
    {
        string[] files = [.. SoundGoldens.Files];
        Parallel.For(0, 400, i =>
        {
            using Tensor sound = torchaudio.load(files[i % files.Length]).waveform;
            Assert.Equal(2, sound.dim());
        });
    }
}
