namespace SoundClassification.Sounds;

/// <summary>The classes that can be synthesized.</summary>
internal static class Catalogue
{
    /// <summary>Goes up whenever sounds of the same seed come out differently, so that older ones are not taken for new.</summary>
    public const int Version = 1;

    public static IReadOnlyList<Category> All { get; } =
    [
        new("bell", Instruments.Bell),
        new("bird", Events.Bird),
        new("drum", Events.Drum),
        new("engine", Events.Engine),
        new("flute", Instruments.Flute),
        new("guitar", Instruments.Guitar),
        new("knock", Events.Knock),
        new("rain", Events.Rain),
        new("siren", Events.Siren),
        new("trumpet", Instruments.Trumpet),
    ];
}
