using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.CrossEntropyLoss"/>
        public static CrossEntropyLoss CrossEntropyLoss(
            Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
            new(weight, ignore_index, reduction, label_smoothing);

        /// <inheritdoc cref="Modules.BCELoss"/>
        public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <inheritdoc cref="Modules.BCEWithLogitsLoss"/>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
            new(weight, reduction, pos_weights);

        /// <inheritdoc cref="Modules.CosineEmbeddingLoss"/>
        public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <inheritdoc cref="Modules.CTCLoss"/>
        public static CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
            new(blank, zero_infinity, reduction);

        /// <inheritdoc cref="Modules.HingeEmbeddingLoss"/>
        public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <inheritdoc cref="Modules.HuberLoss"/>
        public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

        /// <inheritdoc cref="Modules.MarginRankingLoss"/>
        public static MarginRankingLoss MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <inheritdoc cref="Modules.MultiLabelSoftMarginLoss"/>
        public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(weight, reduction);

        /// <inheritdoc cref="Modules.MultiMarginLoss"/>
        public static MultiMarginLoss MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(p, margin, weight, reduction);

        /// <inheritdoc cref="Modules.MSELoss"/>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <inheritdoc cref="Modules.L1Loss"/>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <inheritdoc cref="Modules.NLLLoss"/>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, long? ignore_index = null) =>
            new(weight, reduction, ignore_index);

        /// <inheritdoc cref="Modules.PoissonNLLLoss"/>
        public static PoissonNLLLoss PoissonNLLLoss(
            bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
            new(log_input, full, eps, reduction);

        /// <inheritdoc cref="Modules.KLDivLoss"/>
        public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

        /// <inheritdoc cref="Modules.SoftMarginLoss"/>
        public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <inheritdoc cref="Modules.TripletMarginLoss"/>
        public static TripletMarginLoss TripletMarginLoss(
            double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean) =>
            new(margin, p, eps, swap, reduction);

        /// <inheritdoc cref="Modules.TripletMarginWithDistanceLoss"/>
        public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
            Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) =>
            new(distance, margin, swap, reduction);

        /// <inheritdoc cref="Modules.GaussianNLLLoss"/>
        public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
            new(full, eps, reduction);

        /// <inheritdoc cref="Modules.MultiLabelMarginLoss"/>
        public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <inheritdoc cref="Modules.SmoothL1Loss"/>
        public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(reduction, beta);

        /// <inheritdoc cref="Modules.AdaptiveLogSoftmaxWithLoss"/>
        /// <param name="in_features">The size of the input's last dimension.</param>
        /// <param name="n_classes">The number of classes.</param>
        /// <param name="cutoffs">The classes at which the clusters begin, rising; those before the first have a score each.</param>
        /// <param name="div_value">By how much each cluster's layers are narrower than those of the one before; default 4.</param>
        /// <param name="head_bias">Whether the head has a bias; default false.</param>
        /// <param name="device">Where; default the processor's memory.</param>
        /// <param name="dtype">Of which type; default the default type.</param>
        /// <exception cref="ArgumentException">The cutoffs do not rise within (0, n_classes).</exception>
        public static AdaptiveLogSoftmaxWithLoss AdaptiveLogSoftmaxWithLoss(
            long in_features,
            long n_classes,
            IReadOnlyList<long> cutoffs,
            double div_value = 4.0,
            bool head_bias = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(in_features, n_classes, cutoffs, div_value, head_bias, device, dtype);
    }
}
