using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Overwrites one random band of a spectrogram, the same in every item and channel.</summary>
        /// <remarks>
        /// Two numbers u and v are drawn from [0, 1): the band is trunc(u * mask_param) wide and starts at
        /// trunc(v * (size - u * mask_param)). A parameter below 1 masks nothing and draws nothing.
        /// </remarks>
        /// <param name="specgram">The spectrogram, [..., freq, time].</param>
        /// <param name="mask_param">The band's width is below this.</param>
        /// <param name="mask_value">What is written.</param>
        /// <param name="axis">1 for frequency, 2 for time, as if the shape were [channel, freq, time].</param>
        /// <param name="p">The largest part of the axis that may be masked; 1 leaves <paramref name="mask_param"/> as it is.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ArgumentException">Another axis, a part outside [0, 1], or fewer than two dimensions.</exception>
        public static Tensor mask_along_axis(Tensor specgram, long mask_param, double mask_value, int axis, double p = 1.0)
        {
            Require.Dimensions(specgram, 2, "[..., freq, time]", nameof(mask_along_axis));
            if (axis is not (1 or 2))
            {
                throw new ArgumentOutOfRangeException(nameof(axis), axis, "mask_along_axis masks frequency (axis 1) or time (axis 2).");
            }

            var size = specgram.shape[axis - 3 + specgram.dim()];
            var limit = MaskLimit(mask_param, p, size);
            if (limit < 1)
            {
                return specgram.alias();
            }

            using var scope = NewDisposeScope();
            var width = DrawUnit([1], ScalarType.Float32, CPU) * limit;
            var first = (DrawUnit([1], ScalarType.Float32, CPU) * (size - width)).item<float>();
            var start = (long)first;
            var end = start + (long)width.item<float>();
            var place = torch.arange(0, size, dtype: ScalarType.Int64, device: specgram.device);
            var mask = torch.logical_and(place >= start, place < end);
            return specgram.masked_fill(axis == 1 ? mask.unsqueeze(-1) : mask, mask_value).MoveToOuterDisposeScope();
        }

        /// <summary>Overwrites a random band of each channel of each item of a batch of spectrograms.</summary>
        /// <remarks>As <see cref="mask_along_axis"/>, with two numbers drawn for each channel of each item: all widths first, then all starts.</remarks>
        /// <param name="specgrams">The spectrograms, [batch, channel, freq, time]; floating-point.</param>
        /// <param name="mask_param">Each band's width is below this.</param>
        /// <param name="mask_value">What is written.</param>
        /// <param name="axis">2 for frequency, 3 for time.</param>
        /// <param name="p">The largest part of the axis that may be masked; 1 leaves <paramref name="mask_param"/> as it is.</param>
        /// <returns>The same shape.</returns>
        /// <exception cref="ArgumentException">Another axis, a part outside [0, 1], or not four dimensions.</exception>
        public static Tensor mask_along_axis_iid(Tensor specgrams, long mask_param, double mask_value, int axis, double p = 1.0)
        {
            Require.Floating(specgrams, nameof(mask_along_axis_iid));
            if (specgrams.dim() != 4)
            {
                throw new ArgumentException(
                    $"mask_along_axis_iid takes specgrams of shape [batch, channel, freq, time], but these are {Require.Describe(specgrams)}.", nameof(specgrams));
            }

            if (axis is not (2 or 3))
            {
                throw new ArgumentOutOfRangeException(nameof(axis), axis, "mask_along_axis_iid masks frequency (axis 2) or time (axis 3).");
            }

            var shape = specgrams.shape;
            var size = shape[axis];
            var limit = MaskLimit(mask_param, p, size);
            if (limit < 1)
            {
                return specgrams.alias();
            }

            using var scope = NewDisposeScope();
            var (type, device) = (specgrams.dtype, specgrams.device);
            var width = DrawUnit([shape[0], shape[1]], type, device) * limit;
            var first = DrawUnit([shape[0], shape[1]], type, device) * (size - width);
            var start = first.to_type(ScalarType.Int64);
            var end = start + width.to_type(ScalarType.Int64);
            long[] column = [shape[0], shape[1], 1, 1];
            var place = torch.arange(0, size, dtype: ScalarType.Int64, device: device).reshape(axis == 2 ? [size, 1] : [1, size]);
            var mask = torch.logical_and(place >= start.reshape(column), place < end.reshape(column));
            return specgrams.masked_fill(mask, mask_value).MoveToOuterDisposeScope();
        }

        private static long MaskLimit(long parameter, double p, long size) => p switch
        {
            1.0 => parameter,
            >= 0.0 and < 1.0 => Math.Min(parameter, (long)(size * p)),
            _ => throw new ArgumentOutOfRangeException(nameof(p), p, "p, the largest part of the axis that may be masked, lies in [0, 1]."),
        };

        /// <summary>
        /// Numbers in [0, 1), as <c>torch.rand</c> draws them: from the current thread's generator where it has one (a data loader's worker),
        /// else from the device's default one.
        /// </summary>
        private static Tensor DrawUnit(long[] shape, ScalarType type, Device device) =>
            torch.rand(shape, type, device, generator: device.type == DeviceType.CPU ? torch.random.Current : null);
    }
}
