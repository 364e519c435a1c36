namespace TorchSharp.Modules;

/// <summary>The options of one parameter group; an option that is null takes the optimizer's default when the group is added.</summary>
public class OptimizerOptions
{
    private double? _learningRate;
    private double? _initialLearningRate;

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
        if (visitor is not OptionExport || _initialLearningRate.HasValue)
        {
            visitor.Number("initial_lr", ref _initialLearningRate);
        }
    }

    /// <summary>Writes the options (a torch file behind its length).</summary>
    /// <param name="writer">Where to.</param>
    public void SaveStateDict(BinaryWriter writer) => StateBlob.Write(writer, Export());

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public void LoadStateDict(BinaryReader reader) => Describe(new OptionImport(StateBlob.Read(reader), onlyUnset: false));

    /// <summary>Takes over the options of another group.</summary>
    /// <param name="source">The other group's options.</param>
    public void LoadStateDict(OptimizerOptions source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Describe(new OptionImport(source.Export(), onlyUnset: false));
    }

    internal Dictionary<string, object?> Export()
    {
        var options = new Dictionary<string, object?>();
        Describe(new OptionExport(options));
        return options;
    }

    internal void TakeDefaults(OptimizerOptions defaults) => Describe(new OptionImport(defaults.Export(), onlyUnset: true));
}
