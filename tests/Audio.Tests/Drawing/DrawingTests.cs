using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.Drawing;

public class DrawingTests
{
    [Fact]
    public void A_waveform_spans_what_falls_into_each_column()
    {
        using var scope = NewDisposeScope();
        // Silence, then full scale to both sides, in the lower one of two channels.
        Tensor sound = zeros([2, 1000]);
        sound[1, 500..] = tensor(new[] { 1f, -1f }).repeat([250]);

        Tensor picture = torchaudio.utils.draw_waveform(sound, height: 40, width: 100);

        Assert.Equal(ScalarType.Byte, picture.dtype);
        Assert.Equal([3L, 40L, 100L], picture.shape);
        Tensor dark = picture.to_type(ScalarType.Float32).mean([0L]).lt(180);
        // The line of silence lies between two rows.
        Assert.Equal([2L, 2L], Count(dark[..20]));
        Assert.Equal([2L, 20L], Count(dark[20..]));

        static long[] Count(Tensor lane) => [lane[.., 10].sum().item<long>(), lane[.., 90].sum().item<long>()];
    }

    [Fact]
    public void Fewer_samples_than_columns_make_steps_and_the_scale_is_the_callers()
    {
        using var scope = NewDisposeScope();
        Tensor picture = torchaudio.utils.draw_waveform(tensor(new[] { 0f, 0.5f, float.NaN }), height: 21, width: 30, scale: 1);
        Assert.Equal([3L, 21L, 30L], picture.shape);
        Tensor ink = picture[0].to_type(ScalarType.Float32).lt(120);
        Assert.True(ink[10, 5].item<bool>());
        Assert.True(ink[5, 15].item<bool>());
        Assert.True(ink[10, 25].item<bool>());
        Assert.False(ink[.., 15][..5].any().item<bool>());
    }

    [Fact]
    public void A_spectrogram_has_low_frequencies_at_the_bottom_and_the_loudest_lightest()
    {
        using var scope = NewDisposeScope();
        Tensor spectrogram = zeros([10, 20]);
        spectrogram[0, 0] = 1;

        Tensor picture = torchaudio.utils.draw_spectrogram(spectrogram, height: 50, width: 100);

        Assert.Equal([3L, 50L, 100L], picture.shape);
        Tensor light = picture.to_type(ScalarType.Float32).mean([0L]);
        Assert.True(light[49, 0].item<float>() > 200);
        Assert.True(light[49, 99].item<float>() < 40);
        Assert.True(light[0, 0].item<float>() < 40);
    }

    [Fact]
    public void What_is_not_finite_is_drawn_too()
    {
        using var scope = NewDisposeScope();
        Tensor odd = tensor(new[] { float.NegativeInfinity, 0f, 1f, float.PositiveInfinity, float.NaN }).reshape(1, 1, 5);
        Tensor light = torchaudio.utils.draw_spectrogram(odd).to_type(ScalarType.Float32).sum([0L])[0];
        float[] values = light.data<float>().ToArray();
        Assert.Equal(values[1], values[0]);
        Assert.Equal(values[2], values[3]);
        Assert.Equal(values[1], values[4]);
        Assert.Equal([3L, 1L, 2L], torchaudio.utils.draw_spectrogram(full([1, 2], double.NaN)).shape);
    }

    [Fact]
    public void Lightness_grows_in_equal_steps()
    {
        using var scope = NewDisposeScope();
        Tensor picture = torchaudio.utils.draw_spectrogram(arange(256, dtype: ScalarType.Float32).unsqueeze(0));
        double[] lightness = [.. Enumerable.Range(0, 256).Select(i => Lightness(picture[.., 0, i].data<byte>().ToArray()))];
        for (int i = 8; i < 256; i += 8)
        {
            Assert.InRange(lightness[i] - lightness[i - 8], 0.015, 0.04);
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("[2, 3, 4]", Assert.Throws<ArgumentException>(() => torchaudio.utils.draw_spectrogram(zeros([2, 3, 4]))).Message);
        Assert.Throws<ArgumentException>(() => torchaudio.utils.draw_spectrogram(zeros([2, 0])));
        Assert.Throws<ArgumentException>(() => torchaudio.utils.draw_spectrogram(zeros([2, 3], dtype: ScalarType.Int64)));
        Assert.Throws<ArgumentOutOfRangeException>(() => torchaudio.utils.draw_spectrogram(zeros([2, 3]), height: 0));
        Assert.Throws<ArgumentException>(() => torchaudio.utils.draw_waveform(zeros([2, 0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => torchaudio.utils.draw_waveform(zeros([2, 9]), width: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => torchaudio.utils.draw_waveform(zeros([4, 9]), height: 3));
    }

    /// <summary>Oklab's lightness of an sRGB colour.</summary>
    private static double Lightness(byte[] color)
    {
        double[] rgb = [.. color.Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        double l = Math.Cbrt((0.4122214708 * rgb[0]) + (0.5363325363 * rgb[1]) + (0.0514459929 * rgb[2]));
        double m = Math.Cbrt((0.2119034982 * rgb[0]) + (0.6806995451 * rgb[1]) + (0.1073969566 * rgb[2]));
        double s = Math.Cbrt((0.0883024619 * rgb[0]) + (0.2817188376 * rgb[1]) + (0.6299787005 * rgb[2]));
        return (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
    }
}
