namespace Torchlight.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">Our figure with its unit.</param>
/// <param name="Peer">The peer and its figure; a dash where the budget is absolute.</param>
/// <param name="Figure">What the budget is about: a ratio, or a difference with its unit.</param>
/// <param name="Limit">The budget in words.</param>
/// <param name="Met">Whether it is kept; null where the peer is missing.</param>
internal sealed record Row(string Name, string Ours, string Peer, string Figure, string Limit, bool? Met);
