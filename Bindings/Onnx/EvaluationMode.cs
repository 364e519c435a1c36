namespace TorchSharp;

/// <summary>Has a module evaluate, without gradients, until it is disposed; each part goes back to what it did before.</summary>
internal sealed class EvaluationMode : IDisposable
{
    private readonly (torch.nn.Module Module, bool Training)[] before;
    private readonly IDisposable gradients;

    internal EvaluationMode(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        before = [.. module.modules().Select(part => (part, part.training))];
        gradients = torch.no_grad();
        if (before.Any(part => part.Training))
        {
            module.eval();
        }
    }

    public void Dispose()
    {
        gradients.Dispose();
        // From the outermost in: a module sets its parts too, which then set themselves.
        foreach (var (module, training) in before.Where(part => part.Module.training != part.Training))
        {
            module.train(training);
        }
    }
}
