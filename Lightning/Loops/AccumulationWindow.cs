namespace Lightning;

/// <summary>
/// The batches whose gradients make one optimizer step. The gradient is the mean over the losses of the window; over their weights where
/// <c>training_step</c> says them, in all processes together. The epoch's last window may be short.
/// </summary>
internal sealed class AccumulationWindow
{
    private readonly List<Tensor?> _weights = [];
    private int _expected = 1;
    private int _size = 1;
    private bool _sizeKnown = true;

    /// <summary>The number of the batch in its window, from 1.</summary>
    internal int Place { get; private set; } = 1;

    /// <summary>Finds the window of a batch.</summary>
    /// <param name="index">The batch in the epoch.</param>
    /// <param name="accumulate">How many batches a full window has.</param>
    /// <param name="batches">How many batches the epoch has, or null when nobody knows.</param>
    internal void Enter(int index, int accumulate, long? batches)
    {
        _size = accumulate;
        Place = (index % accumulate) + 1;
        _sizeKnown = accumulate == 1 || batches is not null;
        _expected = batches is { } total ? (int)Math.Min(accumulate, total - (index - Place + 1)) : accumulate;
    }

    /// <summary>Forgets the weights of an optimizer's last window.</summary>
    internal void Begin(int optimizer)
    {
        while (_weights.Count <= optimizer)
        {
            _weights.Add(null);
        }

        _weights[optimizer]?.Dispose();
        _weights[optimizer] = null;
    }

    /// <summary>The loss to run backward from, or null when it is the one given.</summary>
    /// <param name="optimizer">Whose window.</param>
    /// <param name="loss">What the step returned.</param>
    /// <param name="weight">How much it weighs, or null when the step does not say.</param>
    /// <param name="processes">How many processes add to the gradient.</param>
    internal Tensor? Scale(int optimizer, Tensor loss, object? weight, int processes)
    {
        if (_weights.Count <= optimizer)
        {
            Begin(optimizer);
        }

        if (Place > 1 && weight is null != _weights[optimizer] is null)
        {
            throw new MisconfigurationException(
                "training_step gave a \"weight\" with some losses of an accumulation window and none with others. Give one with each, or with none.");
        }

        if (weight is null)
        {
            return _expected == 1 ? null : loss.div(_expected);
        }

        // Alone in its window, a loss is the whole mean whatever it weighs.
        if (_size == 1 && processes == 1)
        {
            return null;
        }

        var here = AsTensor(weight, loss);
        Add(optimizer, here);
        return loss.mul(here.to(loss.dtype));
    }

    /// <summary>Makes the gradients of a window that is done the mean that they stand for.</summary>
    internal void Normalize(int index, torch.optim.Optimizer optimizer, Strategy strategy)
    {
        if (index < _weights.Count && _weights[index] is { } total)
        {
            using var scope = torch.NewDisposeScope();
            using var guard = torch.no_grad();
            var mean = strategy.world_size == 1 ? total : strategy.reduce(total, Reduce.Mean);

            // Nothing was weighed: the gradients are zero, and stay so.
            var factor = torch.where(mean > 0, mean.reciprocal(), torch.zeros_like(mean));
            GradientClipping.Scale(optimizer.parameters(), factor);
        }
        else if (!_sizeKnown && Place < _expected)
        {
            // Without knowing the epoch's length the losses were divided by the full window; a short last one is put right here.
            GradientClipping.Scale(optimizer.parameters(), (double)_expected / Place);
        }
    }

    /// <summary>What an open window holds beside its gradients.</summary>
    internal Dictionary<string, object?> Save() => new()
    {
        ["weights"] = _weights.Select(weight => (object?)weight?.clone().DetachFromDisposeScope()).ToList(),
    };

    /// <summary>Goes on with an open window.</summary>
    internal void Restore(IReadOnlyDictionary<string, object?> saved, Device device)
    {
        _weights.Clear();
        foreach (var weight in (IReadOnlyList<object?>)saved["weights"]!)
        {
            _weights.Add((weight as Tensor)?.to(device).DetachFromDisposeScope());
        }
    }

    private static Tensor AsTensor(object weight, Tensor loss)
    {
        var type = loss.device_type == DeviceType.MPS ? ScalarType.Float32 : ScalarType.Float64;
        return weight switch
        {
            Tensor tensor when tensor.numel() == 1 => tensor.detach().reshape([]).to(type, loss.device),
            Tensor tensor => throw new MisconfigurationException(
                $"training_step gave a \"weight\" of shape [{string.Join(", ", tensor.shape)}]. It is one number: how much the loss weighs."),
            IConvertible number and not string => torch.tensor(Convert.ToDouble(number), type, loss.device),
            _ => throw new MisconfigurationException($"training_step gave a \"weight\" of type {weight.GetType().Name}. It is a number or a Tensor of one element."),
        };
    }

    private void Add(int optimizer, Tensor weight)
    {
        using var guard = torch.no_grad();
        if (_weights[optimizer] is { } sum)
        {
            sum.add_(weight);
        }
        else
        {
            _weights[optimizer] = weight.clone().DetachFromDisposeScope();
        }
    }
}
