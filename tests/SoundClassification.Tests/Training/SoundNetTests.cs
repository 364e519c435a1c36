using SoundClassification.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Tests.Training;

public class SoundNetTests
{
    private static readonly SoundShape Shape = new(8000, 6400);

    [Fact]
    public void A_score_for_each_class_of_each_sound()
    {
        using var scope = NewDisposeScope();
        var net = new SoundNet(Shape, 7);
        Assert.Equal([3L, 7L], net.call(rand(3, Shape.Frames)).shape);
        net.eval();
        Assert.Equal([1L, 7L], net.call(rand(1, Shape.Frames)).shape);
        Assert.InRange(net.parameters().Sum(weight => weight.numel()), 50_000, 200_000);
        Assert.Contains("spectrogram.mel.mel_scale.fb", net.state_dict().Keys);
    }

    [Fact]
    public void A_spectrogram_does_not_know_how_loud_the_sound_was()
    {
        using var scope = NewDisposeScope();
        var spectrogram = new LogMel(Shape);
        spectrogram.eval();
        var sound = rand(2, Shape.Frames).sub(0.5);

        var (loud, quiet) = (spectrogram.call(sound), spectrogram.call(sound.mul(0.05)));

        Assert.Equal([2L, 1L, SoundShape.Bands, Shape.Steps], loud.shape);
        Assert.True(loud.sub(quiet).abs().max().item<float>() < 1e-3);
        Assert.Equal(0, loud.mean().item<float>(), 1e-4);
        Assert.True(loud.isfinite().all().item<bool>());
        Assert.True(spectrogram.call(zeros(1, Shape.Frames)).isfinite().all().item<bool>());
    }

    [Fact]
    public void Only_training_masks()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var spectrogram = new LogMel(Shape);
        var sound = rand(8, Shape.Frames).sub(0.5);
        spectrogram.train();
        var (masked, again) = (spectrogram.call(sound), spectrogram.call(sound));
        spectrogram.eval();
        var whole = spectrogram.call(sound);

        Assert.True(masked.eq(0).sum().item<long>() > 100);
        Assert.False(masked.allclose(again));
        var kept = masked.ne(0);
        Assert.True(masked.masked_select(kept).allclose(whole.masked_select(kept)));
    }

    [Fact]
    public void The_shape_follows_from_the_files_where_the_settings_leave_it_open()
    {
        torchaudio.AudioMetaData About(int rate, double seconds) => new() { sample_rate = rate, frame_count = (long)(rate * seconds), num_channels = 1 };
        torchaudio.AudioMetaData[] files = [.. Enumerable.Range(0, 100).Select(i => About(i < 60 ? 44100 : 8000, 0.5 + (0.001 * i))), About(8000, 90)];

        var open = SoundShape.Of(files, new Settings());
        Assert.Equal((16000, 0.6), (open.SampleRate, open.Seconds));
        var given = SoundShape.Of(files, new Settings { SampleRate = 8000, Seconds = 2 });
        Assert.Equal(new SoundShape(8000, 16000), given);
        Assert.Equal(4, SoundShape.Of([About(8000, 9)], new Settings()).Seconds);
    }
}
