namespace TorchSharp.Modules;

/// <summary>The options of one parameter group; an option that is null takes the optimizer's default when the group is added.</summary>
public class OptimizerOptions
{
    private double? _learningRate;
    private double? _initialLearningRate;
    private double? _maxLearningRate;
    private double? _minLearningRate;
    private double? _maxMomentum;
    private double? _baseMomentum;

    /// <summary>The learning rate (Python's <c>lr</c>).</summary>
    public double? LearningRate
    {
        get => _learningRate;
        set => _learningRate = value;
    }

    /// <summary>The learning rate that schedulers count from (Python's <c>initial_lr</c>); the learning rate itself until one sets it.</summary>
    public double InitialLearningRate
    {
        get => _initialLearningRate ?? _learningRate ?? 0;
        set => _initialLearningRate = value;
    }

    internal bool HasInitialLearningRate => _initialLearningRate.HasValue;

    /// <summary>Names every option for <paramref name="visitor"/>. An optimizer's own options override this and call the base.</summary>
    /// <param name="visitor">What reads or writes the options.</param>
    public virtual void Describe(IOptionVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("lr", ref _learningRate);
        DescribeIfSet(visitor, "initial_lr", ref _initialLearningRate);
        DescribeIfSet(visitor, "max_lr", ref _maxLearningRate);
        DescribeIfSet(visitor, "min_lr", ref _minLearningRate);
        DescribeIfSet(visitor, "max_momentum", ref _maxMomentum);
        DescribeIfSet(visitor, "base_momentum", ref _baseMomentum);
    }

    /// <summary>Writes the options (a torch file behind its length).</summary>
    /// <param name="writer">Where to.</param>
    public virtual void SaveStateDict(BinaryWriter writer) => StateBlob.Write(writer, Export());

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public virtual void LoadStateDict(BinaryReader reader) => Describe(new OptionImport(StateBlob.Read(reader), onlyUnset: false));

    /// <summary>Takes over the options of another group.</summary>
    /// <param name="source">The other group's options.</param>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Describe(new OptionImport(source.Export(), onlyUnset: false));
    }

    /// <summary>What a one-cycle schedule moves between, by Python's names; null where no schedule has said.</summary>
    internal double? OfCycle(string name) => name switch
    {
        "initial_lr" => InitialLearningRate,
        "max_lr" => _maxLearningRate,
        "min_lr" => _minLearningRate,
        "max_momentum" => _maxMomentum,
        "base_momentum" => _baseMomentum,
        _ => null,
    };

    /// <summary>Notes what a one-cycle schedule moves between, where Python's looks for it: in the groups of the state dictionary.</summary>
    internal void SetCycle(double maxLearningRate, double minLearningRate, double? maxMomentum, double? baseMomentum) =>
        (_maxLearningRate, _minLearningRate, _maxMomentum, _baseMomentum) = (maxLearningRate, minLearningRate, maxMomentum, baseMomentum);

    /// <summary>Options of the same kind and values.</summary>
    internal OptimizerOptions Copy() => (OptimizerOptions)MemberwiseClone();

    internal Dictionary<string, object?> Export()
    {
        var options = new Dictionary<string, object?>();
        Describe(new OptionExport(options));
        return options;
    }

    internal void TakeDefaults(OptimizerOptions defaults) => Describe(new OptionImport(defaults.Export(), onlyUnset: true));

    // What schedulers set; groups without one do not have these names in Python.
    private static void DescribeIfSet(IOptionVisitor visitor, string name, ref double? value)
    {
        if (visitor is not OptionExport || value.HasValue)
        {
            visitor.Number(name, ref value);
        }
    }
}
