using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Torchlight.Tests.Processes;

/// <summary>One process of a test, with what it prints. It is killed with the test, and ends by itself when the test's process does.</summary>
internal sealed class RankProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _text = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private readonly Task _finished;

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables added to this process's own; null removes one.</param>
    public RankProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _finished = _process.WaitForExitAsync();
    }

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How it ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>All that it printed so far, errors included.</summary>
    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>The lines that it printed, without empty ones.</summary>
    public string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the process reported under a name.</summary>
    public string Reported(string name) =>
        Array.Find(Lines, line => line.StartsWith($"{name}: ", StringComparison.Ordinal) || line == $"{name}:")?[(name.Length + 1)..].Trim()
        ?? throw new KeyNotFoundException($"The process reported no \"{name}\". It printed:\n{Text}");

    /// <summary>All that it printed: what a failed assertion shows.</summary>
    public override string ToString() => Text;

    /// <summary>Waits until it prints a line that begins so.</summary>
    /// <exception cref="TimeoutException">It did not within the time.</exception>
    public void WaitForLine(string beginning, TimeSpan limit)
    {
        Task seen;
        lock (_text)
        {
            seen = Array.Exists(Lines, line => line.StartsWith(beginning, StringComparison.Ordinal))
                ? Task.CompletedTask
                : _awaited.GetOrAdd(beginning, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        if (!seen.Wait(limit))
        {
            throw new TimeoutException($"The process did not print \"{beginning}\" within {limit}. It printed:\n{Text}");
        }
    }

    /// <summary>Waits until it has ended and all of its output is here.</summary>
    /// <exception cref="TimeoutException">It did not within the time.</exception>
    public void WaitForEnd(TimeSpan limit)
    {
        if (!_finished.Wait(limit))
        {
            throw new TimeoutException($"The process did not end within {limit}. It printed:\n{Text}");
        }
    }

    /// <summary>Ends it as the system does when memory runs out: SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_text)
        {
            _text.Append(line).Append('\n');
            foreach (var (beginning, seen) in _awaited)
            {
                if (line.TrimStart().StartsWith(beginning, StringComparison.Ordinal))
                {
                    seen.TrySetResult();
                }
            }
        }
    }
}
