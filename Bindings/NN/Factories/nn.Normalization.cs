using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.BatchNorm1d"/>
        public static BatchNorm1d BatchNorm1d(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.InstanceNorm1d"/>
        public static InstanceNorm1d InstanceNorm1d(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = false,
            bool track_running_stats = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.BatchNorm2d"/>
        public static BatchNorm2d BatchNorm2d(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.InstanceNorm2d"/>
        public static InstanceNorm2d InstanceNorm2d(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = false,
            bool track_running_stats = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.BatchNorm3d"/>
        public static BatchNorm3d BatchNorm3d(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.InstanceNorm3d"/>
        public static InstanceNorm3d InstanceNorm3d(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = false,
            bool track_running_stats = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LayerNorm"/>
        public static LayerNorm LayerNorm(
            long[] normalized_shape,
            double eps = 1e-5,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <inheritdoc cref="Modules.LayerNorm"/>
        public static LayerNorm LayerNorm(
            long normalized_shape,
            double eps = 1e-5,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <inheritdoc cref="Modules.GroupNorm"/>
        public static GroupNorm GroupNorm(
            long num_groups, long num_channels, double eps = 1e-5, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_groups, num_channels, eps, affine, device, dtype);

        /// <inheritdoc cref="Modules.LocalResponseNorm"/>
        public static LocalResponseNorm LocalResponseNorm(long size, double alpha = 1e-4, double beta = 0.75, double k = 1.0) =>
            new(size, alpha, beta, k);

        /// <inheritdoc cref="Modules.CrossMapLRN2d"/>
        public static CrossMapLRN2d CrossMapLRN2d(long size, double alpha = 1e-4, double beta = 0.75, double k = 1.0) =>
            new(size, alpha, beta, k);

        /// <inheritdoc cref="Modules.SyncBatchNorm"/>
        public static SyncBatchNorm SyncBatchNorm(
            long num_features,
            double eps = 1e-5,
            double? momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            distributed.ProcessGroup? process_group = null,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, process_group, device, dtype);
    }
}
