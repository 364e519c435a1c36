namespace Reporting;

/// <summary>What an epoch ended with, and how many seconds of training it took to get there.</summary>
public sealed record Epoch(double Seconds, double TrainLoss, double TrainAccuracy, double ValidationLoss, double ValidationAccuracy);
