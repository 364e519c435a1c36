using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>The base of losses of three inputs.</summary>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
/// <typeparam name="T3">The type of the third input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class Loss<T1, T2, T3, TResult> : Module<T1, T2, T3, TResult>
{
    /// <summary>Sets how the values of the elements become the result.</summary>
    protected Loss(Reduction reduction)
        : base(nameof(Loss<T1, T2, T3, TResult>))
    {
        this.reduction = reduction;
    }

    /// <summary>How the values of the elements become the result.</summary>
    public Reduction reduction { get; }
}
