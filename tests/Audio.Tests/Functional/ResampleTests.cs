using static TorchSharp.torch;

namespace TorchSharp.Audio.Tests.Functional;

/// <summary>Where nothing is recorded the zeros of the kernels are left out: what comes is what the whole convolution gives, which runs where a gradient is wanted.</summary>
public sealed class ResampleTests : IDisposable
{
    private readonly int threads = get_num_threads();

    // With several threads the bands are not used.
    public ResampleTests() => set_num_threads(1);

    public void Dispose() => set_num_threads(threads);

    [Theory]
    [InlineData(44100, 16000, 6)]
    [InlineData(16000, 44100, 6)]
    [InlineData(44100, 48000, 6)]
    [InlineData(48000, 44100, 64)]
    [InlineData(22050, 16000, 16)]
    [InlineData(11025, 8000, 1)]
    [InlineData(400, 399, 6)]
    [InlineData(97, 89, 6)]
    [InlineData(3, 2, 6)]
    public void Bands_give_what_the_whole_kernel_gives(int from, int to, int width)
    {
        foreach (var method in Enum.GetValues<torchaudio.ResamplingMethod>())
        {
            foreach (var length in (long[])[1, 2, from - 1, from, from + 1, (3 * from) + 5])
            {
                using var scope = NewDisposeScope();
                var sound = torch.rand(3, length, dtype: ScalarType.Float64) - 0.5;
                var recorded = sound.clone().requires_grad_();

                var quick = torchaudio.functional.resample(sound, from, to, width, resampling_method: method);
                var whole = torchaudio.functional.resample(recorded, from, to, width, resampling_method: method);

                Assert.Equal(whole.shape, quick.shape);
                Assert.Equal(0, (whole - quick).abs().max().item<double>(), 1e-14);
            }
        }
    }

    [Fact]
    public void A_sample_that_is_not_a_number_spoils_no_more_than_the_reach_of_the_kernel()
    {
        using var scope = NewDisposeScope();
        var sound = torch.zeros(44100);
        sound[22050] = float.NaN;

        var spoilt = torchaudio.functional.resample(sound, 44100, 16000).isnan().nonzero();

        // Six zero crossings to either side, and what shares a band of at most sixteen phases.
        Assert.InRange(spoilt.min().item<long>(), 7960, 8000);
        Assert.InRange(spoilt.max().item<long>(), 8000, 8040);
    }

    [Fact]
    public void A_kernel_that_was_changed_is_used_as_it_is()
    {
        using var scope = NewDisposeScope();
        var transform = torchaudio.transforms.Resample(44100, 16000);
        var sound = torch.rand(1, 4410);
        using (no_grad())
        {
            transform.kernel!.fill_(1);
        }

        var changed = transform.call(sound);
        var whole = transform.call(sound.clone().requires_grad_());

        Assert.True(torch.allclose(changed, whole));
        Assert.True(changed[0, 800].item<float>() > 100);
    }
}
