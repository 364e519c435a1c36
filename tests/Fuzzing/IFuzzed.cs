namespace Fuzzing;

/// <summary>Subjects that are tried with chance's arguments, each so many times, in a process that may end at any call.</summary>
internal interface IFuzzed
{
    /// <summary>How many subjects there are: operators, formats of files.</summary>
    int Count { get; }

    /// <summary>Calls of each subject.</summary>
    int Each { get; }

    /// <summary>The command line's words that make a worker for the same calls.</summary>
    IEnumerable<string> Words { get; }

    /// <summary>A call in words, with the options that repeat it.</summary>
    string Name(int index, int number);

    /// <summary>What a call was given.</summary>
    string Describe(int index, int number);

    /// <summary>Calls. Every call depends on its own two numbers and the seed only.</summary>
    void Call(int index, int number);

    /// <summary>Whether an exception tells its caller what was wrong.</summary>
    bool Tells(Exception problem);
}
