using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class profiler
    {
        /// <summary>A recording, and what it found (Python's <c>torch.profiler.profile</c>).</summary>
        public sealed class Profile : IDisposable
        {
            private readonly Func<int, ProfilerAction>? schedule;
            private readonly Action<Profile>? ready;
            private readonly bool shapes;
            private readonly bool memory;
            private ProfilerTrace? trace;
            private ProfilerAction action;
            private bool recording;
            private bool stopped;

            internal Profile(Func<int, ProfilerAction>? schedule, Action<Profile>? ready, bool shapes, bool memory)
            {
                this.schedule = schedule;
                this.ready = ready;
                this.shapes = shapes;
                this.memory = memory;
                action = schedule?.Invoke(0) ?? ProfilerAction.RECORD_AND_SAVE;
                if (action != ProfilerAction.NONE)
                {
                    Record();
                }
            }

            /// <summary>The step that runs, from 0.</summary>
            public int step_num { get; private set; }

            /// <summary>What the schedule says of this step.</summary>
            public ProfilerAction current_action => action;

            /// <summary>The operators and ranges of the last finished trace, in the order of their beginnings.</summary>
            /// <exception cref="InvalidOperationException">None is finished yet.</exception>
            public IReadOnlyList<FunctionEvent> events() => Trace.Events;

            /// <summary>The last finished trace, summed up by name.</summary>
            /// <param name="group_by_input_shape">Whether to tell calls with other shapes apart (record_shapes has to be on); default false.</param>
            /// <exception cref="InvalidOperationException">None is finished yet.</exception>
            public EventAverages key_averages(bool group_by_input_shape = false) => EventAverages.Of(Trace.Events, group_by_input_shape);

            /// <summary>Writes the last finished trace as a file that chrome://tracing and Perfetto show.</summary>
            /// <param name="path">The file; it is compressed if the name ends in .gz.</param>
            /// <exception cref="InvalidOperationException">None is finished yet.</exception>
            public void export_chrome_trace(string path) => ChromeTrace.Write(path, Trace);

            /// <summary>Says that the next step begins.</summary>
            public void step()
            {
                if (stopped)
                {
                    throw new InvalidOperationException("the profiler was stopped");
                }

                ProfilerAction before = action;
                step_num++;
                action = schedule?.Invoke(step_num) ?? ProfilerAction.RECORD_AND_SAVE;
                if (schedule is null)
                {
                    return;
                }

                if (before == ProfilerAction.RECORD_AND_SAVE)
                {
                    Finish();
                }
                else if (recording && (action == ProfilerAction.NONE || before == ProfilerAction.WARMUP))
                {
                    Discard();
                }

                if (action != ProfilerAction.NONE && !recording)
                {
                    Record();
                }
            }

            /// <summary>Ends the recording; what is recorded so far becomes a trace. Doing so twice is allowed.</summary>
            public void stop()
            {
                if (stopped)
                {
                    return;
                }

                stopped = true;
                if (recording && action == ProfilerAction.WARMUP)
                {
                    Discard();
                }
                else if (recording)
                {
                    Finish();
                }
            }

            /// <summary>Ends the recording: see <see cref="stop"/>. What it found can be asked afterwards.</summary>
            public void Dispose() => stop();

            private ProfilerTrace Trace => trace ?? throw new InvalidOperationException(
                "no trace is finished yet: stop or dispose the profiler, or step it to the end of a cycle");

            private void Record()
            {
                NativeError.Check(NativeMethods.tl_profiler_start(shapes ? (byte)1 : (byte)0, memory ? (byte)1 : (byte)0), "torch.profiler.profile");
                recording = true;
            }

            private void Finish()
            {
                recording = false;
                trace = ProfilerTrace.Stop();
                ready?.Invoke(this);
            }

            private void Discard()
            {
                recording = false;
                _ = ProfilerTrace.Stop();
            }
        }
    }
}
