using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchaudio;

namespace Audio.Tests.IO;

/// <summary>The figures are those that torchaudio 0.13.1 gives (soundfile, libsndfile 1.2.0).</summary>
public class RealSoundTests
{
    [SharedDataFact("speech")]
    public void Real_files_hold_what_Python_finds_in_them()
    {
        Holds("english.wav", 8000, 34122, 1, 16, AudioEncoding.PCM_S, 0.02622169, 0.09759486);
        Holds("jfk.flac", 44100, 485100, 2, 24, AudioEncoding.FLAC, 0.00001369, 0.14211267);
        Holds("music.flac", 44100, 229021, 2, 16, AudioEncoding.FLAC, 0.00006455, 0.06428912);
        Holds("music.ogg", 44100, 229021, 2, 0, AudioEncoding.VORBIS, 0.00006456, 0.06428909);
        Holds("nasa_13013.mp3", 8000, 104448, 2, 0, AudioEncoding.MP3, -0.00005456, 0.07291942);
    }

    [SharedDataFact("speech")]
    public void A_part_of_a_real_file_is_that_part_of_the_whole()
    {
        foreach (string name in new[] { "english.wav", "jfk.flac", "music.flac", "music.ogg", "nasa_13013.mp3" })
        {
            using var scope = NewDisposeScope();
            (Tensor whole, _) = torchaudio.load(Speech(name));
            foreach (int offset in new[] { 1, 777, 20_000, 30_011 })
            {
                (Tensor part, _) = torchaudio.load(Speech(name), offset, 3000);
                // Decoders of lossy formats start a little before; the difference must be nothing that one hears.
                Sounds.AssertSame(whole[.., offset..(offset + 3000)], part, name.EndsWith(".mp3") ? 2e-3 : name.EndsWith(".ogg") ? 1e-6 : 0, name);
            }
        }
    }

    private static string Speech(string name) => Path.Combine(Repository.Data()!, "speech", name);

    private static void Holds(string name, int rate, int frames, int channels, int bits, AudioEncoding encoding, double mean, double deviation)
    {
        using var scope = NewDisposeScope();
        var expected = new AudioMetaData { sample_rate = rate, num_frames = frames, num_channels = channels, bits_per_sample = bits, encoding = encoding };
        Assert.Equal(expected, torchaudio.info(Speech(name)));

        (Tensor sound, int rateThere) = torchaudio.load(Speech(name));

        Assert.Equal(rate, rateThere);
        Assert.Equal([channels, frames], sound.shape);
        Assert.Equal(mean, sound.to_type(ScalarType.Float64).mean().item<double>(), 2e-6);
        Assert.Equal(deviation, sound.to_type(ScalarType.Float64).std().item<double>(), 2e-6);
    }
}
