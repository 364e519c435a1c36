namespace Lightning.Plugins;

/// <summary>Clips gradients in place. The norm stays on the device, so no step waits for it.</summary>
internal static class GradientClipping
{
    /// <summary>Scales all gradients so that their joint L2 norm is at most <paramref name="limit"/>. Python: <c>clip_grad_norm_</c>.</summary>
    internal static void ByNorm(IEnumerable<TorchSharp.Modules.Parameter> parameters, double limit)
    {
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        var gradients = Gradients(parameters);
        if (gradients.Count == 0)
        {
            return;
        }

        var norms = gradients.ConvertAll(gradient => gradient.norm());
        var total = norms.Count == 1 ? norms[0] : torch.stack(norms).norm();
        var scale = total.add(1e-6).reciprocal().mul(limit).clamp(max: 1.0);
        foreach (var gradient in gradients)
        {
            gradient.mul_(scale);
        }
    }

    /// <summary>Limits each element of each gradient to [-limit, limit]. Python: <c>clip_grad_value_</c>.</summary>
    internal static void ByValue(IEnumerable<TorchSharp.Modules.Parameter> parameters, double limit)
    {
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        foreach (var gradient in Gradients(parameters))
        {
            gradient.clamp_(-limit, limit);
        }
    }

    /// <summary>Multiplies every gradient by one number.</summary>
    internal static void Scale(IEnumerable<TorchSharp.Modules.Parameter> parameters, double factor)
    {
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        foreach (var gradient in Gradients(parameters))
        {
            gradient.mul_(factor);
        }
    }

    /// <summary>Multiplies every gradient by one number that lies on the device.</summary>
    internal static void Scale(IEnumerable<TorchSharp.Modules.Parameter> parameters, Tensor factor)
    {
        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        foreach (var gradient in Gradients(parameters))
        {
            gradient.mul_(factor.to(gradient.device));
        }
    }

    private static List<Tensor> Gradients(IEnumerable<TorchSharp.Modules.Parameter> parameters)
    {
        var gradients = new List<Tensor>();
        foreach (var parameter in parameters)
        {
            if (parameter.grad is { } gradient)
            {
                gradients.Add(gradient);
            }
        }

        return gradients;
    }
}
