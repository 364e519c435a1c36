namespace Lightning.Metrics;

// Metrics of a collection that collect the same: one of them, the leader, is updated, and the others read its states. Whoever is changed by itself goes its own
// way with a copy.
public abstract partial class Metric
{
    /// <summary>The metric whose states this one reads; null when it has its own.</summary>
    internal Metric? Leader => _followed.Count == 0 ? null : (Metric)_followed[0];

    /// <summary>Whether updates are meant for the whole group: a collection makes them.</summary>
    internal bool UpdatesGroup { get; set; }

    private Metric Owner => Leader ?? this;

    /// <summary>Reads another metric's states from now on. Both have collected nothing yet.</summary>
    internal void Follow(Metric leader)
    {
        using (TakeStates())
        {
            _followed.Add(leader);
            leader._followers.Add(this);
        }
    }

    /// <summary>A copy that has its states for itself.</summary>
    internal Metric Apart()
    {
        var copy = this.deepcopy();
        copy._followers.Clear();
        if (copy.Leader is { } leader)
        {
            copy.LeaveGroup();
            leader.Dispose();
        }

        return copy;
    }

    /// <summary>Goes on alone with a copy of the group's states, since it is to be changed.</summary>
    private protected void LeaveGroup()
    {
        if (Leader is not { } leader)
        {
            return;
        }

        using var guard = torch.no_grad();
        using var states = leader.CopyStates(leader._device);
        leader._followers.Remove(this);
        _followed.Clear();
        _device = leader._device;
        StartStates();
        PutStates(states);
    }

    /// <summary>Those that read this metric's states take a copy, since it is to be changed alone.</summary>
    private void ReleaseFollowers()
    {
        foreach (var follower in _followers.ToArray())
        {
            ((Metric)follower).LeaveGroup();
        }
    }
}
