using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Pictures of batches of pictures: Python's <c>torchvision.utils</c>.</summary>
    public static partial class utils
    {
        /// <summary>Lays pictures out in a grid: Python's <c>torchvision.utils.make_grid</c>.</summary>
        /// <param name="tensors">Pictures of one shape, [channels, height, width] or [height, width].</param>
        /// <param name="nrow">How many stand side by side.</param>
        /// <param name="padding">Pixels between pictures and around them.</param>
        /// <param name="normalize">Whether to map the values to 0 to 1.</param>
        /// <param name="value_range">What becomes 0 and 1; null: the smallest and the largest value.</param>
        /// <param name="scale_each">Whether each picture is mapped by its own values.</param>
        /// <param name="pad_value">The value of the padding.</param>
        /// <returns>One picture, [channels, height, width]. Pictures of one channel become three; a single picture is not padded.</returns>
        public static Tensor make_grid(
            IEnumerable<Tensor> tensors,
            long nrow = 8,
            int padding = 2,
            bool normalize = false,
            (double low, double high)? value_range = null,
            bool scale_each = false,
            double pad_value = 0)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            using Tensor batch = stack([.. tensors], 0);
            return make_grid(batch, nrow, padding, normalize, value_range, scale_each, pad_value);
        }

        /// <summary>Lays pictures out in a grid: Python's <c>torchvision.utils.make_grid</c>.</summary>
        /// <param name="tensor">Pictures, [count, channels, height, width]; or one, [channels, height, width] or [height, width].</param>
        /// <param name="nrow">How many stand side by side.</param>
        /// <param name="padding">Pixels between pictures and around them.</param>
        /// <param name="normalize">Whether to map the values to 0 to 1.</param>
        /// <param name="value_range">What becomes 0 and 1; null: the smallest and the largest value.</param>
        /// <param name="scale_each">Whether each picture is mapped by its own values.</param>
        /// <param name="pad_value">The value of the padding.</param>
        /// <returns>One picture, [channels, height, width]. Pictures of one channel become three; a single picture is not padded.</returns>
        /// <exception cref="ArgumentException">The tensor has another number of dimensions, or holds no picture.</exception>
        public static Tensor make_grid(
            Tensor tensor,
            long nrow = 8,
            int padding = 2,
            bool normalize = false,
            (double low, double high)? value_range = null,
            bool scale_each = false,
            double pad_value = 0)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            ArgumentOutOfRangeException.ThrowIfLessThan(nrow, 1);
            using IDisposable undifferentiated = no_grad();
            using DisposeScope scope = NewDisposeScope();
            Tensor batch = AsColourBatch(tensor);
            if (normalize)
            {
                batch = batch.clone();
                Normalize(batch, value_range, scale_each);
            }

            Tensor grid = batch.shape[0] == 1 ? batch.squeeze(0) : Arrange(batch, nrow, padding, pad_value);
            return grid.MoveToOuterDisposeScope();
        }

        private static Tensor AsColourBatch(Tensor tensor)
        {
            if (tensor.dim() is < 2 or > 4 || tensor.numel() == 0)
            {
                throw new ArgumentException(
                    $"A grid is made of pictures, [count, channels, height, width]; the tensor has the shape [{string.Join(", ", tensor.shape)}].", nameof(tensor));
            }

            Tensor batch = tensor;
            while (batch.dim() < 4)
            {
                batch = batch.unsqueeze(0);
            }

            return batch.shape[1] == 1 ? cat([batch, batch, batch], 1) : batch;
        }

        private static void Normalize(Tensor batch, (double low, double high)? range, bool each)
        {
            if (!each)
            {
                NormalizeInPlace(batch, range);
                return;
            }

            for (long i = 0; i < batch.shape[0]; i++)
            {
                using Tensor picture = batch.select(0, i);
                NormalizeInPlace(picture, range);
            }
        }

        private static void NormalizeInPlace(Tensor picture, (double low, double high)? range)
        {
            (double low, double high) = range ?? (Extreme(picture.min()), Extreme(picture.max()));
            picture.clamp_(low, high).sub_(low).div_(Math.Max(high - low, 1e-5));
        }

        private static double Extreme(Tensor value)
        {
            using Tensor wide = value.to(float64);
            return wide.item<double>();
        }

        private static Tensor Arrange(Tensor batch, long nrow, int padding, double padValue)
        {
            long count = batch.shape[0], channels = batch.shape[1], rowHeight = batch.shape[2] + padding, columnWidth = batch.shape[3] + padding;
            long columns = Math.Min(nrow, count), rows = (count + columns - 1) / columns;
            Tensor grid = full([channels, rowHeight * rows + padding, columnWidth * columns + padding], padValue, dtype: batch.dtype, device: batch.device);
            for (long i = 0; i < count; i++)
            {
                using Tensor picture = batch.select(0, i);
                using Tensor band = grid.narrow(1, i / columns * rowHeight + padding, rowHeight - padding);
                using Tensor cell = band.narrow(2, i % columns * columnWidth + padding, columnWidth - padding);
                cell.copy_(picture);
            }

            return grid;
        }
    }
}
