namespace Lightning.Metrics;

/// <summary>A metric's value of several tensors under names.</summary>
public interface IMetricResult
{
    /// <summary>All tensors of the value, which whoever got the value owns.</summary>
    IEnumerable<Tensor> Tensors { get; }
}
