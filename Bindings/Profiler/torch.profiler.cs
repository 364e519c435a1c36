using System.Globalization;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// What runs and how long it takes (Python's <c>torch.profiler</c>). Operators are watched through libtorch's own hooks, on every thread of the
    /// process and with any libtorch.
    /// </summary>
    public static partial class profiler
    {
        /// <summary>The activities that can be watched: the processor's.</summary>
        public static IReadOnlySet<ProfilerActivity> supported_activities() => new HashSet<ProfilerActivity> { ProfilerActivity.CPU };

        /// <summary>Whether Kineto, which sees kernels on CUDA devices, is at hand: it is not used.</summary>
        public static bool kineto_available() => false;

        /// <summary>Starts to record; what is returned is disposed at the end, and asked then.</summary>
        /// <param name="activities">What to watch; null for all that can be.</param>
        /// <param name="schedule">What to do in each step, see <see cref="schedule"/>; null to record from beginning to end.</param>
        /// <param name="on_trace_ready">Is called with each finished trace.</param>
        /// <param name="record_shapes">Whether to record the shapes of arguments; default false.</param>
        /// <param name="profile_memory">
        /// Whether to record what the calling thread allocates; default false. The profiler is stopped on the same thread then.
        /// </param>
        /// <exception cref="TorchNotImplementedException">CUDA was asked for.</exception>
        /// <exception cref="TorchException">A profiler is running already.</exception>
        public static Profile profile(
            IEnumerable<ProfilerActivity>? activities = null, Func<int, ProfilerAction>? schedule = null, Action<Profile>? on_trace_ready = null,
            bool record_shapes = false, bool profile_memory = false)
        {
            if (activities?.Contains(ProfilerActivity.CUDA) == true)
            {
                throw new TorchNotImplementedException(
                    "torch.profiler.profile: kernels on CUDA devices are seen by Kineto only, which is not used here; watch ProfilerActivity.CPU, and " +
                    "call torch.cuda.synchronize() inside of a record_function to time kernels", "");
            }

            return new Profile(schedule, on_trace_ready, record_shapes, profile_memory);
        }

        /// <summary>A cycle of steps: some that wait, some that warm up, some that record, and that over and over.</summary>
        /// <param name="wait">Steps without recording.</param>
        /// <param name="warmup">Steps that record and throw away.</param>
        /// <param name="active">Steps that record.</param>
        /// <param name="repeat">How many cycles; 0 (the default) for as long as it runs.</param>
        /// <param name="skip_first">Steps before the first cycle; default 0.</param>
        public static Func<int, ProfilerAction> schedule(int wait, int warmup, int active, int repeat = 0, int skip_first = 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(wait);
            ArgumentOutOfRangeException.ThrowIfNegative(warmup);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(active);
            ArgumentOutOfRangeException.ThrowIfNegative(repeat);
            ArgumentOutOfRangeException.ThrowIfNegative(skip_first);
            int cycle = wait + warmup + active;
            return step =>
            {
                ArgumentOutOfRangeException.ThrowIfNegative(step);
                int since = step - skip_first;
                if (since < 0 || (repeat > 0 && since / cycle >= repeat))
                {
                    return ProfilerAction.NONE;
                }

                int place = since % cycle;
                return place < wait ? ProfilerAction.NONE
                    : place < wait + warmup ? ProfilerAction.WARMUP
                    : place < cycle - 1 ? ProfilerAction.RECORD
                    : ProfilerAction.RECORD_AND_SAVE;
            };
        }

        /// <summary>Writes each trace into a folder, where TensorBoard's plugin and other viewers of traces find it.</summary>
        /// <param name="dir_name">The folder; it is made if it is not there.</param>
        /// <param name="worker_name">What file names begin with; null for the machine and the process.</param>
        /// <param name="use_gzip">Whether to compress; default false.</param>
        public static Action<Profile> tensorboard_trace_handler(string dir_name, string? worker_name = null, bool use_gzip = false)
        {
            ArgumentException.ThrowIfNullOrEmpty(dir_name);
            return profile =>
            {
                Directory.CreateDirectory(dir_name);
                long time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                string worker = worker_name ?? $"{Environment.MachineName}_{Environment.ProcessId}";
                string name = string.Create(CultureInfo.InvariantCulture, $"{worker}.{time}.{profile.step_num}.pt.trace.json");
                profile.export_chrome_trace(Path.Combine(dir_name, use_gzip ? $"{name}.gz" : name));
            };
        }

        /// <summary>A named range, which traces and tables show; disposed on the thread that made it, the last made first.</summary>
        /// <param name="name">Its name.</param>
        public static IDisposable record_function(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return new NamedRange(name);
        }

        private sealed unsafe class NamedRange : IDisposable
        {
            private readonly int thread = Environment.CurrentManagedThreadId;
            private nint range;

            internal NamedRange(string name)
            {
                using var text = new Utf8Argument(name);
                nint made;
                NativeError.Check(NativeMethods.tl_profiler_range_new(text.Pointer, &made), "torch.profiler.record_function");
                range = made;
            }

            public void Dispose()
            {
                if (range != 0 && thread != Environment.CurrentManagedThreadId)
                {
                    throw new InvalidOperationException("a range of the profiler is disposed on the thread that made it");
                }

                NativeMethods.tl_profiler_range_end(range);
                range = 0;
            }
        }
    }
}
