using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// A resampling filter without its zeros. Each phase's kernel has as many taps as all phases together need, but only those within its own
/// reach count: neighbouring phases share a band of them, and each band is a matrix product over the windows of the sound.
/// </summary>
internal sealed class BandedFilter
{
    // Narrower products do not use the processor's vectors; more of them cost more in calls than they save in taps.
    private const long LeastPhases = 16;
    private const long MostBands = 16;

    private readonly long stride;
    private readonly long width;
    private readonly long reach;
    private readonly Band[] bands;

    /// <param name="stride">Samples that make up a group.</param>
    /// <param name="phases">New samples of a group.</param>
    /// <param name="reach">How far a kernel reaches to either side, in samples.</param>
    public BandedFilter(long stride, long phases, long reach)
    {
        (this.stride, this.reach, width) = (stride, reach, (2 * reach) + stride);
        var each = Math.Max(Math.Max(LeastPhases, 2 * reach * phases / stride), (phases + MostBands - 1) / MostBands);
        bands = [.. Enumerable.Range(0, (int)((phases + each - 1) / each)).Select(index =>
        {
            var (first, end) = (index * each, Math.Min(phases, (index + 1) * each));
            var from = first * stride / phases;
            var to = Math.Min(width, ((end - 1) * stride / phases) + (2 * reach) + 2);
            return new Band(first, end - first, from, to - from);
        })];
        SavesHalf = 2 * bands.Sum(band => band.Phases * band.Taps) <= width * phases;
    }

    /// <summary>Whether at most half of the products are left.</summary>
    public bool SavesHalf { get; }

    /// <summary>
    /// Whether this sound and kernel are better filtered so: on one thread of the processor, with nothing to record. Measured with two threads, and
    /// OpenBLAS's own beside libtorch's, the products took as long as the convolution at best and twice as long at worst.
    /// </summary>
    public static bool Serves(Tensor sound, Tensor kernel) =>
        sound.device_type == DeviceType.CPU && kernel.device_type == DeviceType.CPU
        && sound.dtype == kernel.dtype && sound.dtype is ScalarType.Float32 or ScalarType.Float64
        && get_num_threads() == 1
        && !(is_grad_enabled() && (sound.requires_grad || kernel.requires_grad)) && !jit.is_tracing();

    /// <summary>The resampled sound, [rows, at least all of it].</summary>
    /// <param name="sound">[rows, 1, time], neither of them zero.</param>
    /// <param name="kernel">[phases, 1, taps].</param>
    public Tensor Apply(Tensor sound, Tensor kernel)
    {
        var (rows, length) = (sound.shape[0], sound.shape[2]);

        // Rows are so long that all windows, one for each group, begin at the same distance: they are one matrix that nothing is copied for.
        // The windows that reach from one row into the next are behind what is wanted.
        var overhang = ((2 * reach) + stride - 1) / stride;
        var groups = (length / stride) + 1 + overhang;
        var padded = sound.new_zeros(((rows * groups) + overhang) * stride);
        padded.narrow(0, 0, rows * groups * stride).view(rows, groups * stride).narrow(1, reach, length).copy_(sound.squeeze(1));
        var windows = padded.unfold(0, width, stride);
        var taps = kernel.squeeze(1).t();
        var parts = Array.ConvertAll(
            bands, band => windows.narrow(1, band.From, band.Taps).mm(taps.narrow(0, band.From, band.Taps).narrow(1, band.First, band.Phases)));
        return torch.cat(parts, 1).view(rows, -1);
    }

    /// <summary>Some phases, and the taps that they have.</summary>
    private readonly record struct Band(long First, long Phases, long From, long Taps);
}
