namespace Lightning.Metrics;

/// <summary>What a state is called, starts from and is reduced by. Copies of a metric share it: it holds no tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reduction">How parts become one.</param>
/// <param name="Persistent">Whether it belongs in the state dictionary.</param>
/// <param name="Start">The elements that it starts from.</param>
/// <param name="Shape">Their shape.</param>
/// <param name="Type">Their type.</param>
internal sealed record StateDescription(string Name, StateReduction Reduction, bool Persistent, double[] Start, long[] Shape, ScalarType Type)
{
    internal bool IsList => Reduction == StateReduction.Cat;

    /// <summary>A new tensor with the elements that the state starts from, in no dispose scope.</summary>
    internal Tensor Make(Device device)
    {
        using var starts = torch.tensor(Start, dtype: ScalarType.Float64);
        using var typed = starts.to(Type, copy: true);
        using var shaped = typed.reshape(Shape);
        return shaped.to(device, copy: true).DetachFromDisposeScope();
    }
}
