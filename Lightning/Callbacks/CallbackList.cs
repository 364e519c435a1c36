namespace Lightning;

/// <summary>Puts the callbacks of a Trainer together: the user's, the defaults that are missing, the module's, all in their order.</summary>
internal static class CallbackList
{
    /// <summary>The Trainer's own callbacks.</summary>
    /// <param name="given">What the user passed.</param>
    /// <param name="checkpointing">The Trainer's <c>enable_checkpointing</c>.</param>
    /// <param name="checkpointsAllowed">False in a trial run, which writes none.</param>
    /// <param name="progressBar">The Trainer's <c>enable_progress_bar</c>.</param>
    /// <param name="summary">The Trainer's <c>enable_model_summary</c>.</param>
    /// <param name="maxTime">The Trainer's <c>max_time</c>.</param>
    internal static IReadOnlyList<Callback> Build(
        IEnumerable<Callback> given, bool checkpointing, bool checkpointsAllowed, bool progressBar, bool summary, Duration? maxTime)
    {
        var callbacks = given.ToList();
        Add<Checkpoint>(callbacks, checkpointing, "enable_checkpointing", checkpointsAllowed ? () => new ModelCheckpoint() : null);
        Add<ProgressBar>(callbacks, progressBar, "enable_progress_bar", () => new ProgressBar());
        Add<ModelSummary>(callbacks, summary, "enable_model_summary", () => new ModelSummary());
        if (callbacks.OfType<ProgressBar>().Count() > 1)
        {
            throw new MisconfigurationException("Two progress bars were passed among the callbacks. Keep one.");
        }

        if (maxTime is { } time)
        {
            if (callbacks.OfType<Timer>().Any())
            {
                L.rank_zero_info("max_time: is left aside, since a Timer is among the callbacks.");
            }
            else
            {
                callbacks.Add(new Timer(time));
            }
        }

        return Sorted(callbacks);
    }

    /// <summary>Fails where two callbacks would keep their state under one key.</summary>
    internal static void CheckStateKeys(IReadOnlyList<Callback> callbacks)
    {
        var keys = new HashSet<string>();
        foreach (var callback in callbacks)
        {
            if (Overrides.Has(callback.state_dict, typeof(Callback)) && !keys.Add(callback.state_key))
            {
                throw new MisconfigurationException(
                    $"Two callbacks have the state key {callback.state_key}. Override state_key in one, or give them different settings.");
            }
        }
    }

    /// <summary>Adds the module's own callbacks; one of a type replaces the Trainer's of that type.</summary>
    internal static IReadOnlyList<Callback> Merge(IReadOnlyList<Callback> own, IEnumerable<Callback> fromModule)
    {
        var added = fromModule.ToList();
        if (added.Count == 0)
        {
            return own;
        }

        var types = added.Select(callback => callback.GetType()).ToHashSet();
        return Sorted([.. own.Where(callback => !types.Contains(callback.GetType())), .. added]);
    }

    private static void Add<T>(List<Callback> callbacks, bool enabled, string argument, Func<Callback>? make)
        where T : Callback
    {
        var present = callbacks.OfType<T>().FirstOrDefault();
        if (!enabled && present is not null)
        {
            throw new MisconfigurationException($"{argument}: false, and a {present.GetType().Name} is among the callbacks. Drop one of the two.");
        }

        if (enabled && present is null && make is not null)
        {
            callbacks.Add(make());
        }
    }

    // Stable: equal orders keep the list's order.
    private static List<Callback> Sorted(List<Callback> callbacks) => [.. callbacks.OrderBy(callback => callback.Order)];
}
