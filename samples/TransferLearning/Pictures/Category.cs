namespace TransferLearning.Pictures;

/// <summary>
/// A class of things: its name, how one of them is built (feet near y = 0; any size, it is scaled afterwards), and the patterns that it
/// usually wears, as a chair is often of wood. Its colours are anybody's.
/// </summary>
internal sealed record Category(string Name, Func<Dice, IReadOnlyList<Solid>> Build, params Pattern[] Usual);
