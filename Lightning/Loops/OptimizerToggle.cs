namespace Lightning;

/// <summary>While it lives, only one optimizer's parameters require gradients; then each has its setting back.</summary>
internal sealed class OptimizerToggle : IDisposable
{
    private readonly List<TorchSharp.Modules.Parameter> _frozen = [];

    internal OptimizerToggle(torch.optim.Optimizer optimizer, IReadOnlyList<torch.optim.Optimizer> all)
    {
        var own = new HashSet<TorchSharp.Modules.Parameter>(optimizer.parameters(), ReferenceEqualityComparer.Instance);
        foreach (var other in all)
        {
            if (ReferenceEquals(other, optimizer))
            {
                continue;
            }

            foreach (var parameter in other.parameters())
            {
                if (parameter.requires_grad && !own.Contains(parameter))
                {
                    parameter.requires_grad = false;
                    _frozen.Add(parameter);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var parameter in _frozen)
        {
            parameter.requires_grad = true;
        }

        _frozen.Clear();
    }
}
