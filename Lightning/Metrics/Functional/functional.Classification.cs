namespace Lightning.Metrics;

// Metrics of classes and labels.
public static partial class functional
{
    /// <summary>The value of <see cref="Accuracy"/> over one batch, with the same arguments.</summary>
    public static Tensor accuracy(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "micro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new Accuracy(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="Precision"/> over one batch, with the same arguments.</summary>
    public static Tensor precision(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "micro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new Precision(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="Recall"/> over one batch, with the same arguments.</summary>
    public static Tensor recall(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "micro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new Recall(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="Specificity"/> over one batch, with the same arguments.</summary>
    public static Tensor specificity(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "micro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new Specificity(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="F1Score"/> over one batch, with the same arguments.</summary>
    public static Tensor f1_score(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "micro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new F1Score(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="FBetaScore"/> over one batch, with the same arguments.</summary>
    public static Tensor fbeta_score(
        Tensor preds, Tensor target, string task, double beta = 1, double threshold = 0.5, int? num_classes = null, int? num_labels = null,
        string? average = "micro", string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null,
        double zero_division = 0) =>
        Of(new FBetaScore(task, beta, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="Dice"/> over one batch, with the same arguments.</summary>
    public static Tensor dice(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "micro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new Dice(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="JaccardIndex"/> over one batch, with the same arguments.</summary>
    public static Tensor jaccard_index(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? average = "macro",
        string multidim_average = "global", int top_k = 1, int? ignore_index = null, bool? validate_args = null, double zero_division = 0) =>
        Of(new JaccardIndex(task, threshold, num_classes, num_labels, average, multidim_average, top_k, ignore_index, validate_args, zero_division), preds, target);

    /// <summary>The value of <see cref="ConfusionMatrix"/> over one batch, with the same arguments.</summary>
    public static Tensor confusion_matrix(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, string? normalize = null,
        int? ignore_index = null, bool? validate_args = null) =>
        Of(new ConfusionMatrix(task, threshold, num_classes, num_labels, normalize, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="MatthewsCorrCoef"/> over one batch, with the same arguments.</summary>
    public static Tensor matthews_corrcoef(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, int? num_labels = null, int? ignore_index = null,
        bool? validate_args = null) =>
        Of(new MatthewsCorrCoef(task, threshold, num_classes, num_labels, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="CohenKappa"/> over one batch, with the same arguments.</summary>
    public static Tensor cohen_kappa(
        Tensor preds, Tensor target, string task, double threshold = 0.5, int? num_classes = null, string? weights = null, int? ignore_index = null,
        bool? validate_args = null) =>
        Of(new CohenKappa(task, threshold, num_classes, weights, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="CalibrationError"/> over one batch, with the same arguments.</summary>
    public static Tensor calibration_error(
        Tensor preds, Tensor target, string task, int n_bins = 15, string norm = "l1", int? num_classes = null, int? ignore_index = null,
        bool? validate_args = null) =>
        Of(new CalibrationError(task, n_bins, norm, num_classes, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="AUROC"/> over one batch, with the same arguments.</summary>
    public static Tensor auroc(
        Tensor preds, Tensor target, string task, Thresholds? thresholds = null, int? num_classes = null, int? num_labels = null,
        string? average = "macro", double? max_fpr = null, int? ignore_index = null, bool? validate_args = null) =>
        Of(new AUROC(task, thresholds, num_classes, num_labels, average, max_fpr, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="AveragePrecision"/> over one batch, with the same arguments.</summary>
    public static Tensor average_precision(
        Tensor preds, Tensor target, string task, Thresholds? thresholds = null, int? num_classes = null, int? num_labels = null,
        string? average = "macro", int? ignore_index = null, bool? validate_args = null) =>
        Of(new AveragePrecision(task, thresholds, num_classes, num_labels, average, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="ROC"/> over one batch, with the same arguments.</summary>
    public static CurveSet<RocCurve> roc(
        Tensor preds, Tensor target, string task, Thresholds? thresholds = null, int? num_classes = null, int? num_labels = null,
        int? ignore_index = null, bool? validate_args = null) =>
        Of(new ROC(task, thresholds, num_classes, num_labels, ignore_index, validate_args), preds, target);

    /// <summary>The value of <see cref="PrecisionRecallCurve"/> over one batch, with the same arguments.</summary>
    public static CurveSet<PrecisionRecallPoints> precision_recall_curve(
        Tensor preds, Tensor target, string task, Thresholds? thresholds = null, int? num_classes = null, int? num_labels = null,
        int? ignore_index = null, bool? validate_args = null) =>
        Of(new PrecisionRecallCurve(task, thresholds, num_classes, num_labels, ignore_index, validate_args), preds, target);
}
