CREATE TABLE "data_measures" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"run_id" text NOT NULL,
	"kind" text NOT NULL,
	"ground" text NOT NULL,
	"review_on" date,
	"asked_institution" text NOT NULL,
	"asked_account" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"decision" text,
	"decided_institution" text,
	"decided_account" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "key_destructions" (
	"person_id" text NOT NULL,
	"compartment" text NOT NULL,
	"measure_id" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "key_destructions_person_id_compartment_pk" PRIMARY KEY("person_id","compartment")
);
--> statement-breakpoint
CREATE INDEX "data_measures_person" ON "data_measures" USING btree ("person_id");