using System.Collections;

namespace Lightning.Metrics;

/// <summary>One curve for each class or label; one of a binary task. <c>var (fpr, tpr, thresholds) = roc.compute()[0];</c></summary>
/// <typeparam name="TCurve">The kind of curve.</typeparam>
public sealed class CurveSet<TCurve> : IReadOnlyList<TCurve>, IMetricResult
    where TCurve : ICurve
{
    private readonly TCurve[] _curves;

    internal CurveSet(IEnumerable<TCurve> curves) => _curves = [.. curves];

    /// <inheritdoc/>
    public int Count => _curves.Length;

    /// <inheritdoc/>
    public IEnumerable<Tensor> Tensors => _curves.SelectMany(curve => curve.Tensors);

    /// <inheritdoc/>
    public TCurve this[int index] => _curves[index];

    /// <inheritdoc/>
    public IEnumerator<TCurve> GetEnumerator() => ((IEnumerable<TCurve>)_curves).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
