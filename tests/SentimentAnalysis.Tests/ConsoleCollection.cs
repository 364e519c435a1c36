namespace SentimentAnalysis.Tests;

/// <summary>Tests that listen to the console or seed the default generator, both of which the whole process shares.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public class ConsoleCollection;
