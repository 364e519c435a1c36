namespace TransferLearning.Pictures;

/// <summary>The classes that can be drawn, in two groups that share none.</summary>
internal static class Catalogue
{
    /// <summary>Goes up whenever pictures of the same seed come out differently, so that older ones are not taken for new.</summary>
    public const int Version = 1;

    /// <summary>What the backbone learns to see on.</summary>
    public static IReadOnlyList<Category> Source { get; } =
    [
        new("bottle", SourceThings.Bottle, Pattern.Plain, Pattern.Speckles),
        new("car", SourceThings.Car, Pattern.Plain, Pattern.Stripes),
        new("dumbbell", SourceThings.Dumbbell, Pattern.Plain, Pattern.Checks),
        new("fir", SourceThings.Fir, Pattern.Speckles, Pattern.Patches),
        new("gear", SourceThings.Gear, Pattern.Patches, Pattern.Plain),
        new("house", SourceThings.House, Pattern.Bricks, Pattern.Stripes),
        new("ladder", SourceThings.Ladder, Pattern.Wood, Pattern.Stripes),
        new("pawn", SourceThings.Pawn, Pattern.Marble, Pattern.Wood),
        new("plane", SourceThings.Plane, Pattern.Plain, Pattern.Stripes),
        new("snowman", SourceThings.Snowman, Pattern.Plain, Pattern.Dots),
        new("table", SourceThings.Table, Pattern.Wood, Pattern.Marble),
        new("wineglass", SourceThings.Wineglass, Pattern.Plain, Pattern.Marble),
    ];

    /// <summary>What it is then fine-tuned for.</summary>
    public static IReadOnlyList<Category> Target { get; } =
    [
        new("chair", TargetThings.Chair, Pattern.Wood, Pattern.Stripes),
        new("hammer", TargetThings.Hammer, Pattern.Plain, Pattern.Wood),
        new("lamp", TargetThings.Lamp, Pattern.Stripes, Pattern.Patches),
        new("mug", TargetThings.Mug, Pattern.Dots, Pattern.Checks),
        new("mushroom", TargetThings.Mushroom, Pattern.Dots, Pattern.Speckles),
        new("rocket", TargetThings.Rocket, Pattern.Checks, Pattern.Plain),
    ];
}
