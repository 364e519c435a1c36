using System.Globalization;

namespace Lightning.Plugins;

/// <summary>
/// In which number types the module computes. A name converts: "32-true" (or 32), "64-true" (or 64), "bf16-mixed" (or "bf16"), "16-mixed" (or 16),
/// "bf16-true" and "16-true".
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.precision.Precision</c>.</remarks>
public abstract class Precision : ITrainerPlugin
{
    /// <summary>The precision's name, as Python writes it.</summary>
    public abstract string name { get; }

    /// <summary>The type that floating-point inputs take, or null to leave them.</summary>
    public virtual torch.ScalarType? input_type => null;

    /// <summary>Converts the module before training.</summary>
    public virtual void convert_module(torch.nn.Module module)
    {
    }

    /// <summary>What a module gets that is called outside of a Trainer: by default floating-point tensors as <see cref="input_type"/>, and all else as it is.</summary>
    /// <param name="data">A tensor, or tuples, arrays, lists and dictionaries of tensors.</param>
    public virtual T convert_input<T>(T data) => input_type is { } type ? FloatConversion.To(data, type) : data;

    /// <summary>What the caller of such a module gets: by default what the module gave.</summary>
    /// <param name="data">A tensor, or tuples, arrays, lists and dictionaries of tensors.</param>
    public virtual T convert_output<T>(T data) => data;

    /// <summary>Entered around each step, or null when nothing is needed.</summary>
    public virtual IDisposable? forward_context() => null;

    /// <summary>What backward starts from: the loss, or a new tensor, which the Trainer disposes.</summary>
    public virtual Tensor pre_backward(Tensor loss) => loss;

    /// <summary>Undoes in an optimizer's gradients what <see cref="pre_backward"/> did to the loss; once for each step, however often it is called.</summary>
    public virtual void unscale_gradients(torch.optim.Optimizer optimizer)
    {
    }

    /// <summary>Runs the closure, which computes the gradients, and updates the parameters.</summary>
    public virtual void OptimizerStep(torch.optim.Optimizer optimizer, Func<Tensor> closure) => optimizer.step(closure);

    /// <summary>Called when every optimizer that was to step has done so.</summary>
    public virtual void after_optimizer_steps()
    {
    }

    /// <summary>Clips the gradients of an optimizer's parameters in place, without reading them to the host.</summary>
    /// <param name="optimizer">Whose parameters.</param>
    /// <param name="limit">The greatest norm or value.</param>
    /// <param name="algorithm">"norm" or "value".</param>
    public virtual void ClipGradients(torch.optim.Optimizer optimizer, double limit, string algorithm)
    {
        if (algorithm == "value")
        {
            GradientClipping.ByValue(optimizer.parameters(), limit);
        }
        else
        {
            GradientClipping.ByNorm(optimizer.parameters(), limit);
        }
    }

    /// <summary>What to keep in checkpoints, under the class's name; empty by default.</summary>
    public virtual Dictionary<string, object?> state_dict() => [];

    /// <summary>Takes back what <see cref="state_dict"/> kept.</summary>
    public virtual void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
    }

    /// <summary>Fits the precision to the device; called once, before anything runs.</summary>
    /// <returns>The precision to use: this one, or the nearest that the device can do.</returns>
    internal virtual Precision For(Accelerator accelerator) => this;

    /// <summary>Finds a precision by its number of bits: 16 (mixed), 32 or 64.</summary>
    /// <exception cref="MisconfigurationException">The precision is not supported.</exception>
    public static implicit operator Precision(int bits) => bits.ToString(CultureInfo.InvariantCulture);

    /// <summary>Finds a precision by its name.</summary>
    /// <exception cref="MisconfigurationException">The precision is not supported.</exception>
    public static implicit operator Precision(string name) => name switch
    {
        "32-true" or "32" => new SinglePrecision(),
        "64-true" or "64" => new DoublePrecision(),
        "16-mixed" or "16" => new MixedPrecision("16-mixed"),
        "bf16-mixed" or "bf16" => new MixedPrecision("bf16-mixed"),
        "16-true" or "bf16-true" => new HalfPrecision(name),
        _ => throw new MisconfigurationException(
            $"precision: \"{name}\" is not supported; use \"32-true\", \"64-true\", \"bf16-mixed\", \"16-mixed\", \"bf16-true\" or \"16-true\"."),
    };
}
