using Reporting;
using TransferLearning.Training;

namespace TransferLearning;

/// <summary>One training that is done: its model with the best weights, tested; how it went; and how long it took.</summary>
internal sealed record Run(string Title, TransferModel Model, History History, TrainingClock Clock);
