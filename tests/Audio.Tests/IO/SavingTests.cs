using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchaudio;

namespace Audio.Tests.IO;

public class SavingTests
{
    public static TheoryData<int, string> Cases { get; } = Named();

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_stored_is_what_the_oracle_stores(int number, string name)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        JsonElement golden = SoundGoldens.Saves[number], arguments = golden.GetProperty("arguments");
        string path = folder.File("saved." + golden.GetProperty("ending").GetString());

        torchaudio.save(
            path,
            SoundGoldens.Read(golden.GetProperty("signal")),
            8000,
            encoding: SoundGoldens.Encoding(arguments),
            bits_per_sample: SoundGoldens.Number(arguments, "bits_per_sample"));

        string subtype = golden.GetProperty("subtype").GetString()!;
        Assert.Equal(subtype, SubtypeOf(torchaudio.info(path)));
        (Tensor sound, int rate) = torchaudio.load(path, channels_first: false);
        Assert.Equal(8000, rate);
        // Exact: float32 holds 24 bits, and of 32 both sides keep the same.
        Tensor expected = SoundGoldens.Read(golden.GetProperty("stored")).to_type(ScalarType.Float64);
        int bits = subtype switch { "PCM_U8" or "PCM_S8" => 8, "PCM_16" => 16, "PCM_24" => 24, "PCM_32" => 32, _ => 1 };
        Sounds.AssertSame(expected.div(Math.Pow(2, bits - 1)).to_type(ScalarType.Float32), sound, 0, name);
        Assert.Single(folder.Files);
    }

    [Fact]
    public void Integers_come_back_unchanged()
    {
        using var scope = NewDisposeScope();
        foreach (ScalarType type in new[] { ScalarType.Byte, ScalarType.Int16, ScalarType.Int32, ScalarType.Float32, ScalarType.Float64 })
        {
            Tensor sound = (type is ScalarType.Byte ? randint(0, 256, [3, 1001]) : randint(-32768, 32768, [3, 1001])).to_type(type);
            using var stream = new MemoryStream();
            torchaudio.save(stream, sound, 44100);
            stream.Position = 0;

            (Tensor back, int rate) = torchaudio.load(stream, normalize: false);

            Assert.Equal(44100, rate);
            Sounds.AssertSame(sound, back, 0, type.ToString());
        }
    }

    [Theory]
    [InlineData(AudioFormat.WAV)]
    [InlineData(AudioFormat.FLAC)]
    [InlineData(AudioFormat.AIFF)]
    [InlineData(AudioFormat.AU)]
    [InlineData(AudioFormat.CAF)]
    [InlineData(AudioFormat.W64)]
    [InlineData(AudioFormat.SPHERE)]
    public void What_is_loaded_is_saved_unchanged(AudioFormat format)
    {
        using var scope = NewDisposeScope();
        (Tensor sound, _) = torchaudio.load(SoundGoldens.Sound("wav_pcm_16_2.wav"));
        using var stream = new MemoryStream();
        torchaudio.save(stream, sound, 8000, format: format, bits_per_sample: 16);
        stream.Position = 0;
        (Tensor back, _) = torchaudio.load(stream, format: format);
        Sounds.AssertSame(sound, back, 0, format.ToString());
    }

    [Theory]
    [InlineData(AudioFormat.OGG, 44100, null, 0.2)]
    [InlineData(AudioFormat.OGG, 44100, 10f, 0.05)]
    [InlineData(AudioFormat.OPUS, 48000, null, 0.3)]
    [InlineData(AudioFormat.MP3, 44100, null, 0.3)]
    [InlineData(AudioFormat.MP3, 44100, 320f, 0.1)]
    public void Lossy_formats_sound_alike(AudioFormat format, int rate, float? compression, double tolerance)
    {
        using var scope = NewDisposeScope();
        Tensor time = arange(rate).to_type(ScalarType.Float32).div(rate);
        Tensor sound = stack([time.mul(2 * Math.PI * 440).sin().mul(0.5), time.mul(2 * Math.PI * 660).sin().mul(0.5)]);
        using var stream = new MemoryStream();
        torchaudio.save(stream, sound, rate, compression: compression, format: format);
        stream.Position = 0;

        (Tensor back, int rateThere) = torchaudio.load(stream);

        Assert.Equal(rate, rateThere);
        Assert.InRange(back.shape[1], rate, rate + 4000);
        double error = back[.., 1000..40000].sub(sound[.., 1000..40000]).abs().max().item<float>();
        Assert.True(error < tolerance, $"{format}: {error}");
    }

    [Fact]
    public void Compression_has_the_meaning_that_it_has_in_Python()
    {
        using var scope = NewDisposeScope();
        Tensor sound = Sounds.Noise(1, 44100).mul(0.3);
        long Size(AudioFormat format, float compression)
        {
            using var stream = new MemoryStream();
            torchaudio.save(stream, sound, 44100, format: format, compression: compression);
            return stream.Length;
        }

        Assert.InRange(Size(AudioFormat.MP3, 64), 7500, 9500);
        Assert.InRange(Size(AudioFormat.MP3, 128), 15000, 18500);
        Assert.True(Size(AudioFormat.MP3, -9) < Size(AudioFormat.MP3, -1));
        Assert.True(Size(AudioFormat.OGG, -1) < Size(AudioFormat.OGG, 10));
        Assert.True(Size(AudioFormat.FLAC, 8) <= Size(AudioFormat.FLAC, 0));
        Assert.Contains("0 (fast) to 8", Assert.Throws<ArgumentOutOfRangeException>(() => Size(AudioFormat.FLAC, 9)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Size(AudioFormat.FLAC, 0.5f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Size(AudioFormat.OGG, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => Size(AudioFormat.MP3, 500));
        Assert.Throws<ArgumentOutOfRangeException>(() => Size(AudioFormat.MP3, float.NaN));
    }

    [Fact]
    public void A_sound_may_lie_anyhow_in_memory()
    {
        using var scope = NewDisposeScope();
        Tensor sound = Sounds.Noise(2, 500);
        byte[] Bytes(Tensor samples, bool channels_first = true)
        {
            using var stream = new MemoryStream();
            torchaudio.save(stream, samples, 8000, channels_first);
            return stream.ToArray();
        }

        byte[] expected = Bytes(sound);
        Assert.Equal(expected, Bytes(sound.t().contiguous().t()));
        Assert.Equal(expected, Bytes(sound.t(), channels_first: false));
        Assert.Equal(expected, Bytes(sound.clone().requires_grad_()));
        Assert.Equal(44 + 12 + 2, Bytes(sound[.., ..0]).Length);
        Assert.Equal([2L, 0L], torchaudio.load(Bytes(sound[.., ..0])).waveform.shape);
    }

    [Fact]
    public void Not_a_number_is_silence_and_infinity_full_scale()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        torchaudio.save(stream, tensor(new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity }).unsqueeze(0), 8000, bits_per_sample: 16);
        stream.Position = 0;
        Assert.Equal([0, 32767, -32768], torchaudio.load(stream, normalize: false).waveform.data<short>().ToArray());
    }

    private static string SubtypeOf(AudioMetaData about) => about.encoding switch
    {
        AudioEncoding.PCM_F => about.bits_per_sample == 32 ? "FLOAT" : "DOUBLE",
        AudioEncoding.PCM_U => "PCM_U8",
        AudioEncoding.ULAW or AudioEncoding.ALAW => about.encoding.ToString(),
        _ => about.bits_per_sample == 8 ? "PCM_S8" : $"PCM_{about.bits_per_sample}",
    };

    private static TheoryData<int, string> Named()
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < SoundGoldens.Saves.Length; i++)
        {
            JsonElement golden = SoundGoldens.Saves[i];
            data.Add(i, $"{golden.GetProperty("source")} to {golden.GetProperty("ending")} {golden.GetProperty("arguments").GetRawText()}");
        }

        return data;
    }
}
