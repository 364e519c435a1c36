namespace Lightning.Metrics;

/// <summary>What is classified and how arguments are to be read: the parameters that all classification metrics share. Immutable, shared by copies.</summary>
internal sealed record ClassificationTask
{
    internal ClassificationTask(string task, int? num_classes, int? num_labels, double threshold, int top_k, int? ignore_index, bool? validate_args)
    {
        Kind = task switch
        {
            "binary" => TaskKind.Binary,
            "multiclass" => TaskKind.Multiclass,
            "multilabel" => TaskKind.Multilabel,
            _ => throw new ArgumentException($"task \"{task}\" is unknown; use \"binary\", \"multiclass\" or \"multilabel\".", nameof(task)),
        };
        Classes = Kind switch
        {
            TaskKind.Binary => 1,
            TaskKind.Multiclass => num_classes is >= 2
                ? num_classes.Value
                : throw new ArgumentException($"task \"multiclass\" needs num_classes of at least 2, not {num_classes?.ToString() ?? "none"}.", nameof(num_classes)),
            _ => num_labels is >= 1
                ? num_labels.Value
                : throw new ArgumentException($"task \"multilabel\" needs num_labels of at least 1, not {num_labels?.ToString() ?? "none"}.", nameof(num_labels)),
        };
        if (threshold is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "threshold is a probability: between 0 and 1.");
        }

        if (top_k < 1 || (Kind == TaskKind.Multiclass && top_k > Classes) || (Kind != TaskKind.Multiclass && top_k != 1))
        {
            throw new ArgumentOutOfRangeException(nameof(top_k), top_k, "top_k is for task \"multiclass\": between 1 and num_classes.");
        }

        (Threshold, TopK, IgnoreIndex, Validate) = (threshold, top_k, ignore_index, validate_args);
    }

    internal enum TaskKind
    {
        Binary,
        Multiclass,
        Multilabel,
    }

    internal TaskKind Kind { get; }

    /// <summary>How many classes or labels; 1 for a binary task.</summary>
    internal int Classes { get; }

    internal double Threshold { get; }

    internal int TopK { get; }

    internal int? IgnoreIndex { get; }

    /// <summary>Whether values are checked; null for on the CPU only, where that waits for no device.</summary>
    internal bool? Validate { get; }

    internal bool IsMulticlass => Kind == TaskKind.Multiclass;

    /// <summary>Whether values of these tensors are to be looked at.</summary>
    internal bool Checks(Tensor tensor) => Validate ?? tensor.device.type == DeviceType.CPU;

    internal static Average AverageOf(string? average, bool micro = true) => average switch
    {
        "micro" when micro => Average.Micro,
        "macro" => Average.Macro,
        "weighted" => Average.Weighted,
        "none" or null => Average.None,
        _ => throw new ArgumentException($"average \"{average}\" is unknown; use {(micro ? "\"micro\", " : "")}\"macro\", \"weighted\" or \"none\".", nameof(average)),
    };
}
