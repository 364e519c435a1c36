namespace SoundClassification;

/// <summary>What the options say; each is explained by <c>--help</c>.</summary>
internal sealed record Settings
{
    /// <summary>A folder of labelled sounds; null synthesizes some.</summary>
    public string? Data { get; init; }

    /// <summary>Passes over the training sounds.</summary>
    public int Epochs { get; init; } = 14;

    /// <summary>Sounds per optimizer step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The highest learning rate.</summary>
    public double LearningRate { get; init; } = 4e-3;

    /// <summary>Frames per second at which sounds enter the network; 0 takes that of most files, at most 16,000.</summary>
    public int SampleRate { get; init; }

    /// <summary>Length, in seconds, at which sounds enter the network; 0 takes what 19 of 20 sounds fit into, at most 4.</summary>
    public double Seconds { get; init; }

    /// <summary>Sounds of each class where they are synthesized.</summary>
    public int PerClass { get; init; } = 160;

    /// <summary>Where each run leaves its folder, and where synthesized sounds are kept for the next run.</summary>
    public string Output { get; init; } = "reports";

    /// <summary>Decides sounds, splits, first weights and augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that read sounds.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Threads that compute; 0 takes all processors.</summary>
    public int Threads { get; init; }

    /// <summary>Synthesizes the sounds again, even where an earlier run has left them.</summary>
    public bool Fresh { get; init; }

    /// <summary>Where synthesized sounds are kept.</summary>
    public string Cache => Path.Combine(Output, "cache");
}
