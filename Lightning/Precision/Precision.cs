namespace Lightning;

/// <summary>In which number type the module computes. A name converts: "32-true" (or 32) and "64-true" (or 64).</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.precision.Precision</c>.</remarks>
public abstract class Precision
{
    /// <summary>The precision's name, as Python writes it.</summary>
    public abstract string name { get; }

    /// <summary>The type that floating-point inputs take, or null to leave them.</summary>
    public virtual torch.ScalarType? input_type => null;

    /// <summary>Converts the module before training.</summary>
    public virtual void convert_module(LightningModule module)
    {
    }

    /// <summary>Entered around each step, or null when nothing is needed.</summary>
    public virtual IDisposable? forward_context() => null;

    /// <summary>Runs the closure, which computes the gradients, and updates the parameters.</summary>
    public virtual void OptimizerStep(torch.optim.Optimizer optimizer, Func<Tensor> closure) => optimizer.step(closure);

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

    /// <summary>Finds a precision by its number of bits.</summary>
    /// <exception cref="MisconfigurationException">The precision is not supported.</exception>
    public static implicit operator Precision(int bits) => bits.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Finds a precision by its name.</summary>
    /// <exception cref="MisconfigurationException">The precision is not supported.</exception>
    public static implicit operator Precision(string name) => name switch
    {
        "32-true" or "32" => new SinglePrecision(),
        "64-true" or "64" => new DoublePrecision(),
        _ => throw new MisconfigurationException($"precision: \"{name}\" is not supported; use \"32-true\" or \"64-true\"."),
    };
}
