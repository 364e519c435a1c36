namespace TorchSharp.Modules;

/// <summary>The limits that several optimizers set for their options.</summary>
internal static class OptimizerChecks
{
    public static void Adaptive(double? beta1, double? beta2, double? eps, double? weightDecay)
    {
        Share(beta1, nameof(beta1));
        Share(beta2, nameof(beta2));
        NotNegative(eps, nameof(eps));
        NotNegative(weightDecay, "weight_decay");
    }

    /// <summary>A factor in [0, 1).</summary>
    public static void Share(double? value, string name)
    {
        if (value is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "The factor has to be at least 0 and below 1.");
        }
    }

    public static void NotNegative(double? value, string name)
    {
        if (value is not >= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "The option has to be zero or more.");
        }
    }

    /// <summary>What to say of options that would need another implementation.</summary>
    public static NotSupportedException Unsupported(bool capturable) => new(capturable
        ? "Steps cannot be captured in a CUDA graph, since they are counted on the host: leave capturable false and capture forward and backward."
        : "Gradients do not flow through steps, since parameters are updated in place: leave differentiable false and write the update with operators.");
}
