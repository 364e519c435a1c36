namespace TransferLearning;

/// <summary>What the options say; each is explained by <c>--help</c>.</summary>
internal sealed record Settings
{
    /// <summary>A folder with one folder of pictures per class; null draws a data set.</summary>
    public string? Data { get; init; }

    /// <summary>Passes over the target pictures when fine-tuning.</summary>
    public int Epochs { get; init; } = 36;

    /// <summary>Pictures per optimizer step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The highest learning rate of the backbone when fine-tuning; its head learns three times as fast.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Width and height, in points, at which pictures enter the network.</summary>
    public int ImageSize { get; init; } = 64;

    /// <summary>Where each run leaves its folder, and where drawn pictures and the trained backbone are kept for the next run.</summary>
    public string Output { get; init; } = "reports";

    /// <summary>Decides pictures, splits, first weights and augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that read and augment pictures.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Threads that compute; 0 takes all processors.</summary>
    public int Threads { get; init; }

    /// <summary>Processes that train, each on its share of every batch of <see cref="BatchSize"/> pictures.</summary>
    public int Devices { get; init; } = 1;

    /// <summary>How processes train together: auto or ddp.</summary>
    public string Strategy { get; init; } = "auto";

    /// <summary>A checkpoint of the backbone, such as PyTorch's resnet18-f37072fd.pth; null trains one on the source classes.</summary>
    public string? Weights { get; init; }

    /// <summary>resnet18, resnet34 or resnet50.</summary>
    public string Backbone { get; init; } = "resnet18";

    /// <summary>Passes over the source pictures when the backbone is trained here.</summary>
    public int PretrainEpochs { get; init; } = 6;

    /// <summary>Draws the pictures and trains the backbone again, even where an earlier run has left them.</summary>
    public bool Fresh { get; init; }

    /// <summary>Where drawn pictures and the backbone are kept.</summary>
    public string Cache => Path.Combine(Output, "cache");
}
