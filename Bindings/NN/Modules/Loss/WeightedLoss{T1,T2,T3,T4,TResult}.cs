using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>The base of losses of four inputs with a weight, a buffer that moves with the module.</summary>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
/// <typeparam name="T3">The type of the third input.</typeparam>
/// <typeparam name="T4">The type of the fourth input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class WeightedLoss<T1, T2, T3, T4, TResult> : Loss<T1, T2, T3, T4, TResult>
{
    private Tensor? _weight;

    /// <summary>Sets the weight, which the module owns from now on, and the reduction.</summary>
    protected WeightedLoss(Tensor? weight, Reduction reduction)
        : base(reduction)
    {
        this.weight = weight;
    }

    /// <summary>The weight, or null.</summary>
    public Tensor? weight
    {
        get => _weight;
        set => SetBuffer(ref _weight, value);
    }
}
