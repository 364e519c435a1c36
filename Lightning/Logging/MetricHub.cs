namespace Lightning;

/// <summary>
/// Where <c>log</c> ends: keeps the slots of training and of evaluation, and hands their values to callbacks, progress bar and loggers
/// at the moments that the rules name.
/// </summary>
internal sealed class MetricHub(Trainer trainer)
{
    private readonly MetricDictionary _callback = new();
    private readonly MetricDictionary _logged = new();
    private readonly MetricDictionary _bar = new();
    private readonly List<long> _evaluationSteps = [];
    private readonly HashSet<string> _warned = [];
    private readonly HashSet<string> _published = [];
    private readonly MetricSync _sync = new(trainer);
    private object? _batch;
    private long _batchSize = -1;
    private bool _evaluating;

    internal MetricStore Training { get; } = new(trainer);

    internal MetricStore Evaluation { get; } = new(trainer);

    /// <summary>The loader whose batch is being evaluated.</summary>
    internal int Loader { get; set; }

    /// <summary>How many batches of each loader were evaluated in this fit: the x-axis of their step values.</summary>
    internal IReadOnlyList<long> EvaluationSteps => _evaluationSteps;

    private MetricStore Current => _evaluating ? Evaluation : Training;

    /// <summary>Begins a run: forgets everything that an earlier one logged.</summary>
    internal void Begin(bool keepMetrics)
    {
        Training.Clear();
        Evaluation.Clear();
        _evaluationSteps.Clear();
        _published.Clear();
        _evaluating = false;
        if (!keepMetrics)
        {
            _callback.Clear();
            _logged.Clear();
            _bar.Clear();
        }
    }

    internal void BeginEvaluation(int loaders)
    {
        if (Evaluation.Loaders != loaders)
        {
            Evaluation.Clear();
            Evaluation.Loaders = loaders;
        }

        Evaluation.Reset();
        _evaluating = true;
        Loader = 0;
    }

    internal void EndEvaluation()
    {
        _evaluating = false;
        Loader = 0;
        SetBatch(null);
    }

    /// <summary>Names the batch at hand, whose size weighs the means.</summary>
    internal void SetBatch(object? batch)
    {
        _batch = batch;
        _batchSize = -1;
    }

    internal void Log(Hook hook, string name, Tensor value, in LogRequest request)
    {
        if (value.numel() != 1)
        {
            throw new MisconfigurationException(
                $"log(\"{name}\") got a tensor of shape [{string.Join(", ", value.shape)}]; it takes one element. Reduce it first, for example with mean().");
        }

        if (Ignores(request))
        {
            return;
        }

        var slot = Find(hook, name, request);
        slot.Update(value, Weight(name, slot.Options, request.BatchSize));
    }

    internal void Log(Hook hook, string name, double value, in LogRequest request)
    {
        if (Ignores(request))
        {
            return;
        }

        var slot = Find(hook, name, request);
        slot.Update(value, Weight(name, slot.Options, request.BatchSize));
    }

    internal void Log(Hook hook, string name, ILoggableMetric value, in LogRequest request) => Find(hook, name, request).Update(value);

    /// <summary>What callbacks read. Step values that came since the last look are taken over first.</summary>
    internal IReadOnlyDictionary<string, MetricValue> CallbackMetrics
    {
        get
        {
            foreach (var slot in Training.Slots)
            {
                if (slot.FreshForCallbacks)
                {
                    slot.FreshForCallbacks = false;
                    var value = slot.StepValue();
                    Publish(slot.Name, value);
                    Publish(slot.StepName, value);
                }
            }

            if (EpochReached)
            {
                FlushEpoch(Current);
            }

            return _callback;
        }
    }

    internal IReadOnlyDictionary<string, MetricValue> LoggedMetrics => _logged;

    /// <summary>What the progress bar shows; a look reads the values to the host.</summary>
    internal IReadOnlyDictionary<string, MetricValue> BarMetrics
    {
        get
        {
            foreach (var slot in Training.Slots)
            {
                if (slot.Options.ProgBar && slot.FreshForBar)
                {
                    slot.FreshForBar = false;
                    _bar[slot.StepName] = new MetricValue(slot.ReadStep());
                }
            }

            if (EpochReached)
            {
                FlushEpoch(Current);
            }

            return _bar;
        }
    }

    /// <summary>The epoch hooks of the current stage are running, so values per epoch may be looked at.</summary>
    internal bool EpochReached { get; set; }

    /// <summary>Computes the values per epoch that changed since the last flush and hands them to callbacks and bar.</summary>
    internal void FlushEpoch(MetricStore store)
    {
        if (trainer.sanity_checking)
        {
            return;
        }

        foreach (var slot in store.Slots)
        {
            if (!slot.HasEpochValue || !slot.EpochDirty)
            {
                continue;
            }

            if (slot.FreshForCallbacks && !_evaluating)
            {
                slot.FreshForCallbacks = false;
                Publish(slot.StepName, slot.StepValue());
            }

            var value = slot.EpochValue();
            Publish(slot.Name, value);
            Publish(slot.EpochName, value);
            if (slot.Options.ProgBar)
            {
                _bar[slot.EpochName] = value;
            }
        }
    }

    /// <summary>Puts the epoch's values logged with <c>sync_dist</c> together over the processes; every process calls it at the same points.</summary>
    internal void SyncEpoch(MetricStore store)
    {
        _sync.Epoch(store);
        if (_evaluating && trainer.world_size > 1 && !trainer.sanity_checking)
        {
            foreach (var slot in store.Slots)
            {
                if (!slot.Options.SyncDist && slot.HasEpochValue && slot.Metric is null)
                {
                    WarnOnce($"log(\"{slot.Key}\") keeps to the process's own share of the data. Pass sync_dist: true for the value over all {trainer.world_size} processes.");
                }
            }
        }
    }

    /// <summary>Puts the step values of training logged with <c>sync_dist</c> together over the processes.</summary>
    internal void SyncTrainStep() => _sync.Step(Training);

    /// <summary>Sends the step values of training to the loggers.</summary>
    internal void SendTrainStep(long step) => Send(Training, epoch: false, step);

    /// <summary>Sends the values per epoch to the loggers.</summary>
    internal void SendEpoch(MetricStore store, long step)
    {
        FlushEpoch(store);
        Send(store, epoch: true, step);
        store.ResetMetrics();
    }

    /// <summary>Sends the step values of one evaluated batch to the loggers, counted by loader and running on across epochs.</summary>
    internal void SendEvaluationStep()
    {
        while (_evaluationSteps.Count <= Loader)
        {
            _evaluationSteps.Add(0);
        }

        if (!trainer.sanity_checking)
        {
            Send(Evaluation, epoch: false, _evaluationSteps[Loader]++);
        }
    }

    /// <summary>The values of the evaluation that just ended, one dictionary per loader.</summary>
    internal List<IReadOnlyDictionary<string, double>> EvaluationResults(int loaders)
    {
        var results = new List<IReadOnlyDictionary<string, double>>(loaders);
        for (var loader = 0; loader < loaders; loader++)
        {
            var values = new Dictionary<string, double>();
            foreach (var slot in Evaluation.Slots)
            {
                var inEpochHook = LogRules.Of(slot.Hook) is { StepAllowed: false };
                if (slot.HasEpochValue && (slot.Loader == loader || inEpochHook))
                {
                    values[slot.Name] = values[slot.EpochName] = slot.EpochValue();
                }
            }

            results.Add(values);
        }

        return results;
    }

    internal void RestoreEvaluationSteps(IReadOnlyList<object?> counts)
    {
        _evaluationSteps.Clear();
        _evaluationSteps.AddRange(counts.Select(count => Convert.ToInt64(count)));
    }

    internal void RestoreCallbackMetrics(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            _callback[name] = new MetricValue(Convert.ToDouble(value));
        }
    }

    /// <summary>What was logged since the last call, as it stands now.</summary>
    internal Dictionary<string, MetricValue> TakeEpoch()
    {
        var current = CallbackMetrics;
        var taken = new Dictionary<string, MetricValue>(_published.Count);
        foreach (var name in _published)
        {
            taken[name] = current[name].Kept();
        }

        _published.Clear();
        return taken;
    }

    internal void WarnOnce(string message)
    {
        if (_warned.Add(message))
        {
            L.rank_zero_warn(message);
        }
    }

    private bool Ignores(in LogRequest request)
    {
        if (trainer.barebones)
        {
            WarnOnce("log does nothing under barebones: true.");
            return true;
        }

        return request.RankZeroOnly && !trainer.is_global_zero;
    }

    private void Publish(string name, MetricValue value)
    {
        _callback[name] = value;
        _published.Add(name);
    }

    private MetricSlot Find(Hook hook, string name, in LogRequest request)
    {
        if (LogRules.Of(hook) is not { } rules)
        {
            throw new MisconfigurationException(
                hook == Hook.none
                    ? $"log(\"{name}\") was called outside the hooks of a run; log inside a step or an epoch hook."
                    : $"log(\"{name}\") cannot be used in {hook}. Log in a step, a batch hook, or an epoch hook.");
        }

        var onStep = request.OnStep ?? rules.OnStep;
        var onEpoch = request.OnEpoch ?? rules.OnEpoch;
        if (onStep && !rules.StepAllowed)
        {
            throw new MisconfigurationException($"log(\"{name}\", on_step: true) cannot be used in {hook}, which runs once per epoch. Leave on_step open.");
        }

        if (!onStep && !onEpoch)
        {
            throw new MisconfigurationException($"log(\"{name}\", on_step: false, on_epoch: false) would log nothing; set one of them.");
        }

        var options = new LogOptions(
            request.ProgBar, request.Logger, onStep, onEpoch, request.Reduce, request.SyncDist, request.AddDataloaderIdx, request.RankZeroOnly);
        return Current.Slot(hook, name, _evaluating && rules.StepAllowed ? Loader : 0, options);
    }

    private double Weight(string name, in LogOptions options, int? explicitSize)
    {
        if (!options.Weighted)
        {
            return 1;
        }

        if (explicitSize is { } given)
        {
            return given;
        }

        if (_batch is null)
        {
            return 1;
        }

        if (_batchSize < 0)
        {
            _batchSize = BatchSize.Of(_batch, out var ambiguous) ?? throw new MisconfigurationException(
                $"log(\"{name}\", on_epoch: true) takes the mean over the epoch, and no tensor was found in the batch of type {_batch.GetType().Name} " +
                "to tell its size. Pass batch_size: to log.");
            if (ambiguous)
            {
                WarnOnce("The tensors of a batch disagree about its size; the first one's is taken. Pass batch_size: to log to be sure.");
            }
        }

        return _batchSize;
    }

    private void Send(MetricStore store, bool epoch, long step)
    {
        Dictionary<string, double>? row = null;
        foreach (var slot in store.Slots)
        {
            if (!slot.Options.Logger || !(epoch ? slot.HasEpochValue : slot.HasStepValue))
            {
                continue;
            }

            // Numbers are read to the host only when someone writes them down.
            if (trainer.loggers.Count == 0)
            {
                _logged[epoch ? slot.EpochName : slot.StepName] = epoch ? slot.EpochValue() : slot.StepValue();
                continue;
            }

            var number = epoch ? slot.EpochValue().item() : slot.ReadStep();
            row ??= [];
            row[epoch ? slot.EpochName : slot.StepName] = number;
            _logged[epoch ? slot.EpochName : slot.StepName] = new MetricValue(number);
        }

        if (row is not null)
        {
            trainer.LogToLoggers(row, step);
        }
    }
}
