CREATE TABLE "manifest_entries" (
	"operation_id" text NOT NULL,
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"list" text NOT NULL,
	"status" text NOT NULL,
	"status_seq" integer NOT NULL,
	"corrections" integer DEFAULT 0 NOT NULL,
	"departs_at" timestamp with time zone NOT NULL,
	CONSTRAINT "manifest_entries_operation_id_run_id_pk" PRIMARY KEY("operation_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "manifest_versions" (
	"operation_id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"lines" json NOT NULL,
	CONSTRAINT "manifest_versions_operation_id_version_pk" PRIMARY KEY("operation_id","version")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"run_id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"capacity" integer NOT NULL,
	"departs_at" timestamp with time zone,
	"latest_at" timestamp with time zone,
	"point" text,
	"seating" boolean NOT NULL,
	"live" boolean NOT NULL,
	"boarded" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "manifest_entries" ADD CONSTRAINT "manifest_entries_operation_id_runs_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifest_entries" ADD CONSTRAINT "manifest_entries_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifest_entries" ADD CONSTRAINT "manifest_entries_seat_act" FOREIGN KEY ("run_id","seq") REFERENCES "public"."history"("run_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifest_entries" ADD CONSTRAINT "manifest_entries_status_act" FOREIGN KEY ("run_id","status_seq") REFERENCES "public"."history"("run_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifest_versions" ADD CONSTRAINT "manifest_versions_act" FOREIGN KEY ("operation_id","seq") REFERENCES "public"."history"("run_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "manifest_entries_run" ON "manifest_entries" USING btree ("run_id");