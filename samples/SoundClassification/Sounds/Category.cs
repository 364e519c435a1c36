namespace SoundClassification.Sounds;

/// <summary>A class of sounds: its name, and how one of them is made.</summary>
internal sealed record Category(string Name, Func<Random, float[]> Make);
