using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.LazyLinear"/>
        public static LazyLinear LazyLinear(long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(out_features, hasBias, device, dtype);

        /// <inheritdoc cref="Modules.LazyBatchNorm1d"/>
        public static LazyBatchNorm1d LazyBatchNorm1d(
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LazyInstanceNorm1d"/>
        public static LazyInstanceNorm1d LazyInstanceNorm1d(
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LazyBatchNorm2d"/>
        public static LazyBatchNorm2d LazyBatchNorm2d(
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LazyInstanceNorm2d"/>
        public static LazyInstanceNorm2d LazyInstanceNorm2d(
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LazyBatchNorm3d"/>
        public static LazyBatchNorm3d LazyBatchNorm3d(
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LazyInstanceNorm3d"/>
        public static LazyInstanceNorm3d LazyInstanceNorm3d(
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(eps, momentum, affine, track_running_stats, device, dtype);
    }
}
