namespace Lightning;

/// <summary>
/// Everything logged under one name in one hook: the last value, and the running sum (or minimum, or maximum) on the value's own device.
/// Nothing here reads a tensor to the host.
/// </summary>
internal sealed class MetricSlot
{
    private Tensor? _last;
    private double _lastNumber;
    private Tensor? _total;
    private double _numberTotal;
    private bool _hasNumbers;
    private double _weight;
    private MetricValue _epochValue;
    private bool _epochDirty;
    private MetricValue? _global;

    internal MetricSlot(Hook hook, string name, int loader, LogOptions options, bool severalLoaders)
    {
        Hook = hook;
        Key = name;
        Loader = loader;
        Options = options;
        var suffix = severalLoaders && options.AddDataloaderIdx ? $"/dataloader_idx_{loader}" : "";
        Name = name + suffix;
        StepName = options.Forked ? $"{name}_step{suffix}" : Name;
        EpochName = options.Forked ? $"{name}_epoch{suffix}" : Name;
    }

    internal Hook Hook { get; }

    /// <summary>The name the user gave.</summary>
    internal string Key { get; }

    internal int Loader { get; }

    internal LogOptions Options { get; }

    internal string Name { get; }

    internal string StepName { get; }

    internal string EpochName { get; }

    /// <summary>The metric object that was logged, which collects in this slot's place; null for values.</summary>
    internal ILoggableMetric? Metric { get; private set; }

    internal bool HasStepValue { get; private set; }

    /// <summary>A step value has come that <c>callback_metrics</c> has not taken over yet.</summary>
    internal bool FreshForCallbacks { get; set; }

    /// <summary>A step value has come that the progress bar has not taken over yet.</summary>
    internal bool FreshForBar { get; set; }

    internal bool HasEpochValue { get; private set; }

    /// <summary>The epoch's value has changed since it was last computed.</summary>
    internal bool EpochDirty => _epochDirty;

    internal void Update(Tensor value, double weight)
    {
        // The value may carry a graph, and its owner may change it in place: a copy is taken, outside the graph.
        using var guard = torch.no_grad();
        if (value.dim() != 0)
        {
            value = value.reshape([]);
        }

        if (Options.OnStep)
        {
            KeepLast(value);
        }

        if (Options.OnEpoch)
        {
            Accumulate(value, weight);
        }
    }

    /// <summary>Takes the value of the last batch from a metric object, and asks it for the epoch's when that is wanted.</summary>
    internal void Update(ILoggableMetric metric)
    {
        using var guard = torch.no_grad();
        Metric = metric;
        if (Options.OnStep && metric.StepValue is { } last)
        {
            using var scope = torch.NewDisposeScope();
            KeepLast(last.reshape([]));
        }

        if (Options.OnEpoch)
        {
            MarkEpoch(0);
        }
    }

    internal void Update(double value, double weight)
    {
        if (Options.OnStep)
        {
            _last?.Dispose();
            _last = null;
            _lastNumber = value;
            MarkStep();
        }

        if (!Options.OnEpoch)
        {
            return;
        }

        var first = !_hasNumbers;
        _numberTotal = Options.Reduce.Value switch
        {
            Reduce.Kind.Sum => _numberTotal + value,
            Reduce.Kind.Min => first ? value : Math.Min(_numberTotal, value),
            Reduce.Kind.Max => first ? value : Math.Max(_numberTotal, value),
            _ => _numberTotal + (value * weight),
        };
        _hasNumbers = true;
        MarkEpoch(weight);
    }

    /// <summary>The last value. A device value is copied, since the slot's own tensor is written again by the next step.</summary>
    internal MetricValue StepValue()
    {
        if (_last is null)
        {
            return new MetricValue(_lastNumber);
        }

        using var guard = torch.no_grad();
        return new MetricValue(_last.clone().DetachFromDisposeScope());
    }

    /// <summary>The epoch's values have changed since all processes put theirs together.</summary>
    internal bool EpochIsLocal => HasEpochValue && _epochDirty && _global is null;

    /// <summary>What this process has to say about the epoch: the running sum (or minimum, or maximum), and the weight behind a mean.</summary>
    internal (double Total, double Weight) Local()
    {
        if (_total is null)
        {
            return (_numberTotal, _weight);
        }

        using var total = Total(_total);
        return (total.ToScalar().ToDouble(), _weight);
    }

    /// <summary>Takes what all processes have to say about the epoch; it stands until the next value comes.</summary>
    internal void TakeGlobal(double total, double weight)
    {
        _global = new MetricValue(Options.Reduce == Reduce.Mean ? total / weight : total);
        HasEpochValue = _epochDirty = true;
    }

    /// <summary>Asks the metric object for its value over all processes, each of which asks its own now.</summary>
    internal void TakeGlobal(ILoggableMetric metric)
    {
        Metric = metric;
        _global = new MetricValue(metric.EpochValue(Key).DetachFromDisposeScope());
        HasEpochValue = _epochDirty = true;
    }

    /// <summary>Takes the last value over all processes.</summary>
    internal void TakeGlobalStep(double value)
    {
        _last?.Dispose();
        _last = null;
        _lastNumber = value;
        MarkStep();
    }

    /// <summary>The last value, read to the host.</summary>
    internal double ReadStep() => _last is null ? _lastNumber : _last.ToScalar().ToDouble();

    /// <summary>The epoch's value so far, on the device, computed once per change.</summary>
    internal MetricValue EpochValue()
    {
        if (_epochDirty)
        {
            _epochValue = ComputeEpoch();
            _epochDirty = false;
        }

        return _epochValue;
    }

    /// <summary>Forgets all values. The tensors go too: those made under inference mode could not be written outside it.</summary>
    internal void Reset()
    {
        Metric?.reset();
        Metric = null;
        _last?.Dispose();
        _last = null;
        _total?.Dispose();
        _total = null;
        _lastNumber = _numberTotal = _weight = 0;
        _hasNumbers = _epochDirty = false;
        HasStepValue = HasEpochValue = FreshForCallbacks = FreshForBar = false;
        _epochValue = default;
        _global = null;
    }

    /// <summary>The accumulators as numbers, for a checkpoint in the middle of an epoch.</summary>
    internal Dictionary<string, object?> Save() => new(Identity())
    {
        ["has_step"] = HasStepValue,
        ["last"] = HasStepValue ? ReadStep() : 0.0,
        ["has_epoch"] = HasEpochValue,
        ["total"] = _total?.clone().DetachFromDisposeScope(),
        ["number_total"] = _numberTotal,
        ["has_numbers"] = _hasNumbers,
        ["weight"] = _weight,
        ["metric_state"] = Metric?.Save(),
    };

    /// <summary>What <see cref="MetricStore.Named"/> finds the slot by, or makes it from.</summary>
    internal Dictionary<string, object?> Identity() => new()
    {
        ["hook"] = Hook.ToString(),
        ["name"] = Key,
        ["loader"] = (long)Loader,
        ["prog_bar"] = Options.ProgBar,
        ["logger"] = Options.Logger,
        ["on_step"] = Options.OnStep,
        ["on_epoch"] = Options.OnEpoch,
        ["reduce_fx"] = Options.Reduce.ToString(),
        ["sync_dist"] = Options.SyncDist,
        ["add_dataloader_idx"] = Options.AddDataloaderIdx,
        ["rank_zero_only"] = Options.RankZeroOnly,
    };

    internal void Load(IReadOnlyDictionary<string, object?> state, Device device, ILoggableMetric? metric)
    {
        if (metric is not null && state.GetValueOrDefault("metric_state") is IReadOnlyDictionary<string, object?> collected)
        {
            Metric = metric;
            metric.Load(collected);
        }

        _lastNumber = Convert.ToDouble(state["last"]);
        HasStepValue = state["has_step"] is true;
        HasEpochValue = state["has_epoch"] is true;
        _total = (state["total"] as Tensor)?.to(device).DetachFromDisposeScope();
        _numberTotal = Convert.ToDouble(state["number_total"]);
        _hasNumbers = state["has_numbers"] is true;
        _weight = Convert.ToDouble(state["weight"]);
        _epochDirty = HasEpochValue;
    }

    private void KeepLast(Tensor value)
    {
        if (_last is not null && _last.dtype == value.dtype && _last.device == value.device)
        {
            _last.copy_(value);
        }
        else
        {
            _last?.Dispose();
            _last = value.clone().DetachFromDisposeScope();
        }

        MarkStep();
    }

    private void Accumulate(Tensor value, double weight)
    {
        if (_total is null)
        {
            // Float64 wherever the device has it, so that long epochs do not lose digits.
            var type = value.device.type == DeviceType.MPS ? ScalarType.Float32 : ScalarType.Float64;
            _total = value.to(type, copy: true).DetachFromDisposeScope();
            if (Options.Reduce == Reduce.Mean && weight != 1)
            {
                _total.mul_(weight);
            }
        }
        else
        {
            switch (Options.Reduce.Value)
            {
                case Reduce.Kind.Min:
                    KeepExtreme(torch.minimum(_total, value));
                    break;
                case Reduce.Kind.Max:
                    KeepExtreme(torch.maximum(_total, value));
                    break;
                case Reduce.Kind.Sum:
                    _total.add_(value);
                    break;
                default:
                    _total.add_(value, alpha: weight);
                    break;
            }
        }

        MarkEpoch(weight);
    }

    private void KeepExtreme(Tensor extreme)
    {
        _total!.copy_(extreme);
        extreme.Dispose();
    }

    private void MarkStep() => HasStepValue = FreshForCallbacks = FreshForBar = true;

    private void MarkEpoch(double weight)
    {
        _weight += weight;
        _global = null;
        HasEpochValue = true;
        _epochDirty = true;
    }

    private MetricValue ComputeEpoch()
    {
        if (_global is { } known)
        {
            return known;
        }

        if (Metric is not null)
        {
            return new MetricValue(Metric.EpochValue(Key).DetachFromDisposeScope());
        }

        var divisor = Options.Reduce == Reduce.Mean ? _weight : 1.0;
        if (_total is null)
        {
            return new MetricValue(_numberTotal / divisor);
        }

        using var guard = torch.no_grad();
        using var total = Total(_total);
        return new MetricValue(total.div(divisor).DetachFromDisposeScope());
    }

    /// <summary>The running sum, minimum or maximum over tensors and numbers, as a tensor that the caller owns.</summary>
    private Tensor Total(Tensor tensors)
    {
        using var guard = torch.no_grad();
        if (!_hasNumbers)
        {
            return tensors.clone().DetachFromDisposeScope();
        }

        using var numbers = torch.tensor(_numberTotal, dtype: tensors.dtype, device: tensors.device);
        var total = Options.Reduce.Value switch
        {
            Reduce.Kind.Min => torch.minimum(tensors, numbers),
            Reduce.Kind.Max => torch.maximum(tensors, numbers),
            _ => tensors.add(numbers),
        };
        return total.DetachFromDisposeScope();
    }
}
